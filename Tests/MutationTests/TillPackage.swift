import Foundation
import Testing

/// A package with a mutant for each verdict, tested by both frameworks.
struct TillPackage {
    let folder: String

    /// The fork server's; it lies beside the test bundle.
    static func library() throws -> String {
        let library = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("libForkServer.so").path
        try #require(FileManager.default.fileExists(atPath: library), "The product ForkServer was not built.")
        return library
    }

    static let source = """
        public enum Till {
            /// Both sides of the bound are tested, the bound itself is not.
            public static func isSmall(_ n: Int) -> Bool { n < 10 }

            public static func total(_ a: Int, _ b: Int) -> Int { a + b }

            public static func steps(_ n: Int) -> Int {
                var steps = 0
                var left = n
                while left != 0 {
                    left -= 1
                    steps &+= 1
                }
                return steps
            }

            /// A set has no last element.
        public static func label(_ name: String) -> String? { Set([name + "!"]).first }

            public static func unused(_ n: Int) -> Bool { n > 3 }

            // lab:skip only for people
            public static func shown(_ n: Int) -> Bool { n > 3 }

            public static func later(_ n: Int) async -> Bool {
                await Task.yield()
                return n == 1
            }
        }

        """

    static let files = [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Till",
            targets: [.target(name: "Till"), .testTarget(name: "TillTests", dependencies: ["Till"])])

        """,
        "Sources/Till/Till.swift": source,
        "Tests/TillTests/XTests.swift": """
        import Till
        import XCTest

        final class XTests: XCTestCase {
            func testSmall() {
                XCTAssertTrue(Till.isSmall(3))
                XCTAssertFalse(Till.isSmall(50))
            }
            func testSteps() { XCTAssertEqual(Till.steps(4), 4) }
        }

        """,
        "Tests/TillTests/STests.swift": """
        import Testing
        import Till

        @Suite struct STests {
            @Test func totals() { #expect(Till.total(2, 3) == 5) }
            @Test func labels() { #expect(Till.label("a") == "a!") }
            @Test func laters() async { #expect(await Till.later(1)) }
        }

        """,
    ]

    init(_ changes: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("mutate-\(UUID())/Till").path
        for (path, text) in Self.files.merging(changes, uniquingKeysWith: { $1 }) { try write(path, text) }
    }

    func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func remove() {
        try? FileManager.default.removeItem(at: URL(fileURLWithPath: folder).deletingLastPathComponent())
    }
}
