import Foundation
import Incident
import Testing

@testable import Workspace

extension ForkServerSuites {
    @Suite struct WovenBuildTests {
        private static let patient: [String: String] = [
            "Apps/Shop/Package.swift": """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(
                name: "Shop",
                dependencies: [
                    .package(path: "../../Shared/Near"),
                    .package(url: "file://FIXTURE/Far", from: "1.0.0"),
                ],
                targets: [
                    .target(
                        name: "Shop",
                        dependencies: [.product(name: "Near", package: "Near"), .product(name: "Far", package: "Far")]),
                    .testTarget(name: "ShopTests", dependencies: ["Shop"]),
                ])
            """,
            "Apps/Shop/Sources/Shop/Shop.swift": """
            import Far
            import Near
            public func sum() -> Int { near() + far() }
            """,
            "Apps/Shop/Tests/ShopTests/ShopTests.swift": """
            import Testing
            import Shop
            @Test func sums() { #expect(sum() == 3) }
            """,
            "Shared/Near/Package.swift": library("Near"),
            "Shared/Near/Sources/Near/Near.swift": "public func near() -> Int { 1 }\n",
            "Far/Package.swift": library("Far"),
            "Far/Sources/Far/Far.swift": "public func far() -> Int { 2 }\n",
        ]

        private static func library(_ name: String) -> String {
            """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(
                name: "\(name)", products: [.library(name: "\(name)", targets: ["\(name)"])],
                targets: [.target(name: "\(name)")])
            """
        }

        @Test func a_woven_build_leaves_the_first_alone_and_needs_no_download() async throws {
            let fixture = try Fixture()
            try fixture.write(
                Self.patient.mapValues { $0.replacingOccurrences(of: "FIXTURE", with: fixture.path) }, in: "."
            )
            let far = fixture.path + "/Far"
            for arguments in [
                ["init", "-q"], ["add", "."],
                ["-c", "user.name=n", "-c", "user.email=e@e.invalid", "commit", "-q", "-m", "m"],
                ["tag", "1.0.0"],
            ] {
                let git = try await SubprocessRunner().run(Command("git", arguments, workingDirectory: far))
                try #require(git.termination.isSuccess, "\(git.console)")
            }
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: fixture.path + "/Apps/Shop")
            let shop = try await workspace.describePackage().targets.first { $0.name == "Shop" }
            #expect(shop?.dependencies == ["Near", "Far"])
            let first = try await workspace.build()
            try #require(first.succeeded, "\(first.evidence.console)")
            let bundle = try #require(try await workspace.testBundle())
            let made = Files.status(of: bundle)?.modification

            // Nowhere to download from any more, and no cache of SwiftPM's that would hide it.
            try Files.remove(far)
            let source = "Sources/Shop/Shop.swift"
            let woven = """
                import Far
                import Near
                @_silgen_name("healing_lab_pick") fileprivate func pick(_ unit: Int32) -> Int32
                public func sum() -> Int { pick(0) == 1 ? near() - far() : near() + far() }
                """
            let arguments = ["--disable-dependency-cache"]
            let library = try WovenPackage.library()
            let build = try await workspace.build(
                woven: [source: woven], linking: library, arguments: arguments)
            try #require(build.run.succeeded, "\(build.run.evidence.console)")
            #expect(!build.run.evidence.console.contains("Fetching"))
            let setup = try #require(try await workspace.forkSetup(for: build, units: 1))
            let server = try await ForkServer.start(setup)
            let tests = try await server.listing(of: .swiftTesting)
            #expect(tests == ["ShopTests.sums()"])
            for number: Int32 in [0, 1] {
                let result = try await server.run(
                    ForkJob(
                        active: [ForkJob.Choice(unit: 0, number: number)], framework: .swiftTesting,
                        tests: tests,
                        listing: tests))
                #expect(result.passed == (number == 0), "\(result.console)")
            }
            await server.stop()

            // Only what changed is compiled again; code that does not compile is a result.
            let again = try await workspace.build(
                woven: [source: woven + "\n// more\n"], linking: library, arguments: arguments)
            #expect(again.run.succeeded)
            #expect(!again.run.evidence.console.contains("Compiling Far"))
            let bad = try await workspace.build(
                woven: [source: "oops("], linking: library, arguments: arguments)
            #expect(!bad.run.succeeded)
            #expect(bad.bundle == nil)

            #expect(try await workspace.read(source).contains("near() + far()"))
            #expect(Files.status(of: bundle)?.modification == made)
            let second = try await workspace.build()
            #expect(second.succeeded)
            #expect(!second.evidence.console.contains("Compiling"), "\(second.evidence.console)")
        }

        /// Two modules that do not know each other, each with errors in two files, of which one takes long to compile.
        @Test func one_by_one_a_failed_build_tells_all_errors_of_one_module() async throws {
            func file(_ module: String, _ name: String, functions: Int) -> (String, String) {
                let lines = (0..<functions).map { "public func \(name)\($0)() -> Int { \($0) }\n" }
                return ("Sources/\(module)/\(name).swift", lines.joined())
            }
            var files = Dictionary(uniqueKeysWithValues: [
                file("Left", "early", functions: 1), file("Left", "late", functions: 1_500),
                file("Right", "early", functions: 1), file("Right", "late", functions: 1_500),
            ])
            let wrong = files.mapValues { $0 + "public func wrong() -> Int { \"\" }\n" }
            files["Package.swift"] = """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Two",
                    targets: [
                        .target(name: "Left"), .target(name: "Right"),
                        .testTarget(name: "TwoTests", dependencies: ["Left", "Right"]),
                    ])
                """
            files["Tests/TwoTests/TwoTests.swift"] = "import Left\nimport Right\n"
            let fixture = try Fixture()
            try fixture.write(files)
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: fixture.path + "/patient")
            let good = try await workspace.build(woven: [:], linking: nil)
            try #require(good.run.succeeded, "\(good.run.evidence.console)")
            let bad = try await workspace.build(woven: wrong, linking: nil, order: .oneByOne)
            #expect(!bad.run.succeeded)
            let told = wrong.keys.sorted().filter { bad.run.evidence.console.contains($0 + ":") }
            let modules = Set(told.map { $0.split(separator: "/")[1] })
            #expect(modules.count == 1)
            #expect(told.count == 2)
        }
    }
}
