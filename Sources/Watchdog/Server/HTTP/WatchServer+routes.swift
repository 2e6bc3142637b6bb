import Foundation
import Hummingbird
import HTTPTypes
import Incident
import NIOCore

extension WatchServer {
    var router: Router<WatchRequestContext> {
        let router = Router(context: WatchRequestContext.self)
        router.add(middleware: GateMiddleware(hosts: allowedHosts, policy: pages.policy))
        addPages(to: router)
        addCommands(to: router)
        return router
    }

    private func addPages(to router: Router<WatchRequestContext>) {
        router.get("/") { [board, pages] _, _ in
            Self.answer(
                pages.start(board.statuses, board.incidents, board.news), type: "text/html; charset=utf-8")
        }
        router.get("/assets/:name") { [pages] _, context in
            guard let asset = pages.asset(context.part("name")) else {
                throw HTTPError(.notFound, message: "there is no such file")
            }
            return Self.answer(asset.data, type: asset.type)
        }
        router.get("/metrics") { [metrics] _, _ in
            Response(
                status: .ok, headers: [.contentType: PrometheusText.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: metrics.scrape())))
        }
        router.get("/status") { [board] _, _ in try Self.json(board.statuses) }
        router.get("/status/:service") { [board] _, context in
            guard let status = board.status(of: context.part("service")) else {
                throw HTTPError(.notFound, message: "no such service is watched")
            }
            return try Self.json(status)
        }
        router.get("/incidents") { [board] _, _ in try Self.json(board.incidents) }
        // A browser asks for a page, everybody else gets the report.
        router.get("/incidents/:id") { [board, pages] request, context in
            let data = try Self.report(context.part("id"), on: board)
            var response = Self.answer(data, type: Self.reportType)
            if request.headers[.accept]?.contains("text/html") == true,
                let report = try? CanonicalJSON.decode(IncidentReport.self, from: data)
            {
                response = Self.answer(pages.incident(report), type: "text/html; charset=utf-8")
            }
            response.headers[.vary] = "Accept"
            return response
        }
        router.get("/incidents/:id/report.json") { [board] _, context in
            Self.answer(try Self.report(context.part("id"), on: board), type: Self.reportType)
        }
        router.get("/events") { [events] request, context in try events.response(request, context) }
        router.get("/healthz") { [health] _, _ in
            switch health() {
            case .ok: try Self.json(["status": "ok"])
            case .stuck(let why): try Self.json(["reason": why, "status": "stuck"], .serviceUnavailable)
            }
        }
    }

    private func addCommands(to router: Router<WatchRequestContext>) {
        func command(
            _ word: String, takesImage: Bool = false, _ make: @escaping @Sendable (String?) -> WatchCommand
        ) {
            router.post("/services/:service/\(word)") { [command = self.command] request, context in
                try CommandGuard.check(request, context)
                let body = try await CommandBody(request, takesImage: takesImage)
                return try Self.answer(await command(context.part("service"), make(body.image)))
            }
        }
        command("promote", takesImage: true) { .promote(image: $0) }
        command("rollback") { _ in .rollBack }
        command("resume") { _ in .resume }
        router.post("/reload") { [reload] request, context in
            try CommandGuard.check(request, context)
            _ = try await CommandBody(request, takesImage: false)
            return try Self.answer(await reload())
        }
    }

    private static func answer(_ outcome: CommandOutcome) throws -> Response {
        switch outcome {
        case .accepted(let message): try json(["message": message], .accepted)
        case .declined(let message): throw HTTPError(.conflict, message: message)
        case .unknownService: throw HTTPError(.notFound, message: "no such service is watched")
        }
    }

    private static let reportType = "application/cloudevents+json; charset=utf-8"

    private static func report(_ id: String, on board: WatchBoard) throws -> Data {
        guard let report = board.report(id) else {
            throw HTTPError(
                .notFound, message: "no such incident is known; older ones are in the reports' directory")
        }
        return report
    }

    private static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response
    {
        answer(try CanonicalJSON.encode(value), type: "application/json; charset=utf-8", status)
    }

    private static func answer(_ text: String, type: String) -> Response {
        answer(Data(text.utf8), type: type)
    }

    private static func answer(_ data: Data, type: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
