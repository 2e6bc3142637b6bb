import FlyingFox
import Foundation
import XCTest

@testable import Handlers

final class AppTests: XCTestCase {
    private var app: App!
    private var marker: URL!

    override func setUpWithError() throws {
        marker = FileManager.default.temporaryDirectory.appendingPathComponent("labapp-\(UUID().uuidString)")
        app = App(options: try Options(arguments: ["--marker", marker.path, "--version", "1.2.3"]))
    }

    override func tearDownWithError() throws {
        try HealthMarker(path: marker.path).markHealthy()
    }

    func testAFreshServiceIsHealthyAndReady() async throws {
        let health = try await send(.GET, "/healthz")
        XCTAssertEqual(health, Answer(200, #"{"status":"ok"}"#))
        let readiness = try await send(.GET, "/readyz")
        XCTAssertEqual(readiness, Answer(200, #"{"status":"ready"}"#))
    }

    func testAnUnhealthyMarkerLastsUntilItIsRemoved() async throws {
        let marked = try await send(.POST, "/__simulate/unhealthy")
        XCTAssertEqual(marked, Answer(200, #"{"status":"unhealthy"}"#))
        let unhealthy = try await send(.GET, "/healthz")
        XCTAssertEqual(unhealthy, Answer(503, #"{"status":"unhealthy"}"#))
        let unmarked = try await send(.POST, "/__simulate/healthy")
        XCTAssertEqual(unmarked, Answer(200, #"{"status":"ok"}"#))
        let healthy = try await send(.GET, "/healthz")
        XCTAssertEqual(healthy, Answer(200, #"{"status":"ok"}"#))
    }

    func testAHealthyServiceCanBeMarkedHealthyAgain() async throws {
        let answer = try await send(.POST, "/__simulate/healthy")
        XCTAssertEqual(answer, Answer(200, #"{"status":"ok"}"#))
    }

    func testAMarkerThatCannotBeWrittenIsReported() async throws {
        app = App(options: try Options(arguments: ["--marker", "/nowhere/marker"]))
        let answer = try await send(.POST, "/__simulate/unhealthy")
        XCTAssertEqual(answer, Answer(500, #"{"error":"cannot write /nowhere/marker"}"#))
    }

    func testTheVersionIsTheOneConfigured() async throws {
        let answer = try await send(.GET, "/version")
        XCTAssertEqual(answer, Answer(200, #"{"version":"1.2.3"}"#))
    }

    func testComputeAnswersWithItsResult() async throws {
        let body = #"{"operation": "split", "cents": 10, "parts": 3}"#
        let answer = try await send(.POST, "/compute", body: body)
        XCTAssertEqual(answer, Answer(200, #"{"result":[4,3,3]}"#))
    }

    func testComputeNamesTheFieldAtFault() async throws {
        let body = #"{"operation": "percentage", "part": 5, "total": 0}"#
        let answer = try await send(.POST, "/compute", body: body)
        XCTAssertEqual(answer, Answer(400, #"{"error":"must not be 0","field":"total"}"#))
    }

    func testComputeRefusesALargeBody() async throws {
        let answer = try await send(.POST, "/compute", body: String(repeating: " ", count: 65_537))
        let error = "must state its length, at most 65536 bytes"
        XCTAssertEqual(answer, Answer(413, #"{"error":"\#(error)","field":"body"}"#))
    }

    func testAnUnknownPathOrMethodIsNotFound() async throws {
        let path = try await send(.GET, "/nowhere")
        XCTAssertEqual(path, Answer(404, #"{"error":"no such endpoint"}"#))
        let method = try await send(.GET, "/compute")
        XCTAssertEqual(method, Answer(404, #"{"error":"no such endpoint"}"#))
    }

    func testAFlappingServiceAlternatesInGroups() async throws {
        app = App(options: try Options(arguments: ["--marker", marker.path, "--flap", "2"]))
        var statuses: [Int] = []
        for _ in 0..<6 { statuses.append(try await send(.GET, "/healthz").status) }
        XCTAssertEqual(statuses, [200, 200, 503, 503, 200, 200])
    }

    func testADependencyThatIsDownMakesTheServiceUnready() async throws {
        // Port 1 of this machine: nobody listens there.
        app = App(options: try Options(arguments: ["--marker", marker.path, "--dependency", "127.0.0.1:1"]))
        let readiness = try await send(.GET, "/readyz")
        XCTAssertEqual(readiness, Answer(503, #"{"status":"dependency down"}"#))
        let health = try await send(.GET, "/healthz")
        XCTAssertEqual(health, Answer(503, #"{"status":"dependency down"}"#))
    }

    func testAHangingServiceAnswersNothingMore() async throws {
        let answer = try await send(.POST, "/__simulate/hang")
        XCTAssertEqual(answer, Answer(200, #"{"status":"hanging"}"#))
        let app = self.app!
        let task = Task {
            try await app.handleRequest(
                HTTPRequest(
                    method: .GET, version: .http11, path: "/healthz", query: [], headers: [:],
                    body: HTTPBodySequence(data: Data())))
        }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        do {
            let answer = try await task.value
            XCTFail("answered with \(answer.statusCode)")
        } catch is CancellationError {}
    }

    private func send(_ method: HTTPMethod, _ path: String, body: String = "") async throws -> Answer {
        let request = HTTPRequest(
            method: method,
            version: .http11,
            path: path,
            query: [],
            headers: [:],
            body: HTTPBodySequence(data: Data(body.utf8))
        )
        let response = try await app.handleRequest(request)
        return Answer(response.statusCode.code, String(decoding: try await response.bodyData, as: UTF8.self))
    }
}

/// What a client sees of a response.
private struct Answer: Equatable {
    let status: Int
    let body: String

    init(_ status: Int, _ body: String) {
        self.status = status
        self.body = body
    }
}
