import Foundation
import Incident
import Testing

@testable import Workspace

/// Everything that runs the Swift toolchain, one after the other: two builds at once only take turns.
@Suite(.serialized, .tags(.live), .timeLimit(.minutes(4)))
enum ToolchainTests {}

extension ToolchainTests {
    @Suite struct WorkspaceBuildTests {
        @Test func ten_quick_edits_are_each_compiled_and_seen() async throws {
            let fixture = try Fixture()
            let test = """
                import Testing
                import Demo
                @Test func prints() { print("value is", value(), "<") }
                """
            let patient = try fixture.write(Fixture.package(tests: ["T.swift": test]))
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            #expect(try await workspace.build().succeeded)
            for number in 1...10 {
                // The same length every time, so that only the time of the file tells.
                let value = 1000 + number
                try await workspace.write(
                    files: ["Sources/Demo/Value.swift": "public func value() -> Int { \(value) }\n"])
                let build = try await workspace.build()
                #expect(build.succeeded, "\(build.evidence.console)")
                let run = try await workspace.test()
                #expect(run.succeeded)
                #expect(run.console.contains("value is \(value) <"))
            }
        }

        @Test func code_that_does_not_compile_is_a_result() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(
                Fixture.package(source: "public func value() -> Int { \"no\" }\n"))
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            let build = try await workspace.build()
            let tree = await workspace.tree
            #expect(!build.succeeded)
            #expect(build.attempts == 1)
            #expect(build.evidence.stage == .build)
            #expect(build.evidence.root == tree)
            #expect(build.evidence.console.contains("\(tree)/Sources/Demo/Value.swift:1:30: error: "))
        }

        @Test func a_build_folder_damaged_by_a_kill_is_made_anew() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Fixture.package())
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            #expect(try await workspace.build().succeeded)
            let products = fixture.workspace + "/build/debug"
            let module = products + "/Modules/Demo.swiftmodule"
            #expect(Files.kind(of: module) == .regular)
            try Data("garbage".utf8).write(to: URL(fileURLWithPath: fixture.workspace + "/build/build.db"))
            try Data("garbage".utf8).write(to: URL(fileURLWithPath: fixture.workspace + "/build/debug.yaml"))
            try Data("garbage".utf8).write(to: URL(fileURLWithPath: module))
            try Data().write(to: URL(fileURLWithPath: fixture.workspace + "/build/lab-building"))
            try await workspace.write(files: [
                "Sources/Demo/Value.swift": "public func value() -> Int { 2 }\n"
            ])
            let build = try await workspace.build()
            #expect(build.succeeded, "\(build.evidence.console)")
        }

        @Test func shared_modules_that_are_damaged_do_not_stop_a_build() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Fixture.package())
            let modules = fixture.workspace + "-modules"
            defer { try? Files.remove(modules) }
            for folder in ["one", "two"] {
                let workspace = try await Workspace.open(
                    at: fixture.workspace + "/" + folder, modules: modules)
                try await workspace.load(patient: patient)
                let build = try await workspace.build()
                #expect(build.succeeded, "\(build.evidence.console)")
                for path in FileManager.default.enumerator(atPath: modules)?.compactMap({ $0 as? String })
                    ?? []
                where Files.kind(of: modules + "/" + path) == .regular {
                    try Data("garbage".utf8).write(to: URL(fileURLWithPath: modules + "/" + path))
                }
                try await workspace.write(files: [
                    "Sources/Demo/Value.swift": "public func value() -> Int { 2 }\n"
                ])
                let again = try await workspace.build()
                #expect(again.succeeded, "\(again.evidence.console)")
            }
        }

        @Test func a_copied_body_reaches_its_callers_in_other_modules() async throws {
            let fixture = try Fixture()
            var files = Fixture.package(
                source: "@_transparent public func value() -> Int { 1 }\n",
                tests: [
                    "T.swift":
                        "import Testing\nimport Demo\n@Test func prints() { print(\"value is\", value()) }\n"
                ])
            files["Sources/Demo/Other.swift"] = "func other() {}\n"
            let patient = try fixture.write(files)
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            #expect(try await workspace.build().succeeded)
            try await workspace.write(
                files: ["Sources/Demo/Value.swift": "@_transparent public func value() -> Int { 2 }\n"])
            #expect(try await workspace.build().succeeded)
            #expect(try await workspace.test().console.contains("value is 2"))
        }

        @Test func a_body_that_only_its_file_sees_has_nothing_else_compiled_again() async throws {
            let fixture = try Fixture()
            func source(_ value: Int) -> String {
                """
                public func value() -> Int { own() }
                @_transparent
                nonisolated fileprivate func own() -> Int { \(value) }
                """
            }
            var files = Fixture.package(source: source(1), tests: [:])
            files["Sources/Demo/Other.swift"] = "func other() {}\n"
            let patient = try fixture.write(files)
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            #expect(try await workspace.build().succeeded)
            let folder = BuildFolder(path: fixture.workspace + "/build")
            func made(_ name: String, in tree: String) -> Int? {
                folder.objects(from: tree).first { $0.source.hasSuffix(name) }?.modification
            }
            let tree = await workspace.tree
            let (value, other) = (made("Value.swift", in: tree), made("Other.swift", in: tree))
            try await workspace.write(files: ["Sources/Demo/Value.swift": source(2)])
            #expect(try await workspace.build().succeeded)
            #expect(try #require(made("Value.swift", in: tree)) > #require(value))
            #expect(try #require(made("Other.swift", in: tree)) == #require(other))
        }

        @Test(arguments: [
            ("@inlinable\npublic func a() {}", true),
            ("@_transparent public func a() {}", true),
            ("@inlinable static func a() { let private = 1 }", true),
            ("extension A { @_alwaysEmitIntoClient public var a: Int { 1 } }", true),
            ("@_transparent\nnonisolated fileprivate func a() {}", false),
            ("@_transparent private func a() {}\n@inlinable public func b() {}", true),
            ("public func a() {}", false),
            ("public var a: Int { @inlinable get { b } }\nprivate var b: Int { 1 }", true),
            ("@inlinable public private(set) var a: Int { get { 1 } set {} }", true),
            ("@inlinable // private in spirit\npublic func a() {}", true),
            ("@inlinable @available(*, deprecated, message: \"private\") public func a() {}", true),
        ]) func bodies_that_callers_copy_are_known(_ text: String, _ isCopied: Bool) {
            #expect(BuildFolder.isCopiedIntoCallers(text) == isCopied)
        }

        @Test func packages_beside_the_patient_are_found_also_by_way_of_one_another() async throws {
            let fixture = try Fixture()
            func manifest(_ name: String, _ path: String?, _ dependency: String?) -> String {
                """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "\(name)", products: [.library(name: "\(name)", targets: ["\(name)"])],
                    dependencies: [\(path.map { ".package(path: \"\($0)\")" } ?? "")],
                    targets: [.target(name: "\(name)", dependencies: [\(dependency.map { "\"\($0)\"" } ?? "")])])
                """
            }
            let root = try fixture.write([
                "Apps/Shop/Package.swift": manifest("Shop", "../../Shared/Log", "Log"),
                "Apps/Shop/Sources/Shop/S.swift": "import Log\npublic func shop() { log() }\n",
                "Shared/Log/Package.swift": manifest("Log", "../Base", "Base"),
                "Shared/Log/Sources/Log/L.swift": "import Base\npublic func log() { base() }\n",
                "Shared/Base/Package.swift": manifest("Base", nil, nil),
                "Shared/Base/Sources/Base/B.swift": "public func base() {}\n",
            ])
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: root + "/Apps/Shop")
            #expect(await workspace.tree == fixture.workspace + "/siblings/Apps/Shop")
            let build = try await workspace.build()
            #expect(build.succeeded, "\(build.evidence.console)")
            #expect(try Files.names(in: root + "/Shared/Base") == ["Package.swift", "Sources"])
        }

        @Test func an_example_inside_the_package_it_depends_on_is_built_from_a_copy() async throws {
            let fixture = try Fixture()
            let root = try fixture.write([
                "Lib/Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Lib", products: [.library(name: "Lib", targets: ["Lib"])], targets: [.target(name: "Lib")])
                """,
                "Lib/Sources/Lib/L.swift": "public func lib() {}\n",
                "Lib/Examples/App/Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "App", dependencies: [.package(name: "Lib", path: "../..")],
                    targets: [.target(name: "App", dependencies: ["Lib"])])
                """,
                "Lib/Examples/App/Sources/App/A.swift": "import Lib\npublic func app() { lib() }\n",
            ])
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: root + "/Lib/Examples/App")
            #expect(await workspace.tree == fixture.workspace + "/siblings/Lib/Examples/App")
            let build = try await workspace.build()
            #expect(build.succeeded, "\(build.evidence.console)")
        }

        @Test func the_description_names_targets_and_their_places() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Fixture.package(tests: ["T.swift": ""]))
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            let description = try await workspace.describePackage()
            #expect(description.name == "Demo")
            #expect(description.toolsVersion == "6.0.0")
            #expect(
                description.targets == [
                    PackageDescription.Target(name: "Demo", kind: "regular", path: "Sources/Demo"),
                    PackageDescription.Target(
                        name: "DemoTests", kind: "test", path: "Tests/DemoTests", dependencies: ["Demo"]),
                ])
            try await workspace.write(files: [
                "Package.swift": "// swift-tools-version: 6.0\nlet x: Int = \"no\"\n"
            ])
            let broken = await #expect(throws: LabError.self) { try await workspace.describePackage() }
            #expect(broken?.code == .badInput)
            #expect(broken?.message.contains("cannot convert value of type 'String'") == true)
            try await workspace.remove(files: ["Package.swift"])
            let missing = await #expect(throws: LabError.self) { try await workspace.describePackage() }
            #expect(missing?.message == "There is no Package.swift in '\(fixture.workspace)/tree'.")
            #expect(try Files.names(in: patient) == ["Package.swift", "Sources", "Tests"])
        }

        @Test func programs_are_known_by_the_names_of_their_products() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write([
                "Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Demo",
                    products: [
                        .executable(name: "demo-ctl", targets: ["Tool"]), .library(name: "All", targets: ["Kit"]),
                    ],
                    targets: [.target(name: "Kit"), .executableTarget(name: "Tool", dependencies: ["Kit"])])
                """,
                "Sources/Kit/Kit.swift": "", "Sources/Tool/main.swift": "",
            ])
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            let targets = try await workspace.describePackage().targets
            #expect(targets.map(\.programs) == [[], ["demo-ctl"]])
        }

        @Test func without_swift_a_build_is_unavailable() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(["a": "a"])
            let workspace = try await Workspace.open(at: fixture.workspace, runner: NoToolchainRunner())
            try await workspace.load(patient: patient)
            let error = await #expect(throws: LabError.self) { try await workspace.build() }
            #expect(error?.code == .unavailable)
        }

        @Test func a_cancelled_build_leaves_no_process() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Fixture.package())
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            let build = Task { try await workspace.build() }
            while processes(mentioning: fixture.workspace).isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            build.cancel()
            await #expect(throws: CancellationError.self) { try await build.value }
            #expect(processes(mentioning: fixture.workspace).isEmpty)
            #expect(try await workspace.build().succeeded)
        }
    }
}
