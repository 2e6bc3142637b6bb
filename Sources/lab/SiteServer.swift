import Foundation
import HTTPTypes
import Hummingbird
import Incident
import Logging
import Reports

/// Shows a site on this machine alone, from memory.
struct SiteServer {
    private let files: [String: Data]
    private let port: Int

    init(files: [ArtifactWriter.File], port: Int) {
        self.files = Dictionary(files.map { ($0.name, $0.data) }) { _, last in last }
        self.port = port
    }

    /// Serves until the task is cancelled.
    func run() async throws {
        let files = files
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            Self.response(to: request, files: files)
        }
        let app = Application(
            responder: responder,
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                Console.note("http://127.0.0.1:\(channel.localAddress?.port ?? 0)/ until Ctrl-C")
            },
            logger: Logger(label: "site", factory: { _ in SwiftLogNoOpLogHandler() }))
        do {
            try await app.run()
        } catch is CancellationError {
            return
        } catch {
            throw LabError(
                .unavailable, "--port \(port): cannot listen on 127.0.0.1.", underlying: error)
        }
    }

    private static func response(to request: Request, files: [String: Data]) -> Response {
        var headers = HTTPFields()
        for (name, value) in security { headers[name] = value }
        func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
            headers[.contentType] = "text/plain; charset=utf-8"
            return Response(
                status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
        }
        // A page from elsewhere can make its own name point here; its requests carry that name.
        let host = (request.head.authority ?? "").prefix { $0 != ":" }
        guard host == "127.0.0.1" || host == "localhost" else {
            return plain(.misdirectedRequest, "this is not the server of that name")
        }
        guard request.method == .get || request.method == .head else {
            return plain(.methodNotAllowed, "these pages can only be read")
        }
        let path = request.uri.path.dropFirst().removingPercentEncoding ?? ""
        let name = path.isEmpty ? "index.html" : path
        guard let data = files[name] else { return plain(.notFound, "there is no such page") }
        headers[.contentType] =
            name.hasSuffix(".html") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8"
        let body: ResponseBody =
            request.method == .head ? .init() : .init(byteBuffer: ByteBuffer(bytes: data))
        return Response(status: .ok, headers: headers, body: body)
    }

    private static let security: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, ReportSite.policy + "; frame-ancestors 'none'"),
        (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
    ]
}
