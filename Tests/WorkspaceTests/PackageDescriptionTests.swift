import Testing
import Workspace

@Suite struct PackageDescriptionTests {
    @Test(arguments: [
        ("Sources/Kit/A.swift", true), ("Sources/Kit/Deep/A.swift", true), ("Sources/Kitten/A.swift", false),
        ("Sources/Kit/Old/A.swift", false), ("Sources/Kit/Older/A.swift", true),
        ("Sources/Kit/B.swift", false),
    ])
    func excluded_files_are_not_compiled(_ path: String, _ isCompiled: Bool) {
        let target = PackageDescription.Target(
            name: "Kit", kind: "regular", path: "Sources/Kit", excluded: ["Old/", "./B.swift"])
        #expect(target.compiles(path) == isCompiled)
    }

    @Test func only_named_sources_are_compiled_where_any_are_named() {
        let target = PackageDescription.Target(
            name: "Kit", kind: "regular", path: ".", sources: ["Code", "main.swift"])
        #expect(target.compiles("Code/A.swift"))
        #expect(target.compiles("main.swift"))
        #expect(!target.compiles("Other/A.swift"))
    }

    private let description = PackageDescription(
        name: "Shop", toolsVersion: "6.0.0",
        targets: [
            .init(name: "core-kit", kind: "regular", path: "Sources/core-kit"),
            .init(name: "Shop", kind: "regular", path: "Sources/Shop", dependencies: ["core-kit", "NIO"]),
            .init(name: "shopctl", kind: "executable", path: "Sources/shopctl", dependencies: ["Shop"]),
            .init(name: "ShopTests", kind: "test", path: "Tests/ShopTests", dependencies: ["Shop"]),
            .init(
                name: "core-kit-tests", kind: "test", path: "Tests/core", dependencies: ["core-kit"]),
        ], localDependencies: [])

    @Test(arguments: [
        (["ShopTests"], ["ShopTests", "Shop", "core-kit"]),
        (["core_kit_tests"], ["core-kit-tests", "core-kit"]),
        (["ShopTests", "core_kit_tests"], ["ShopTests", "Shop", "core-kit", "core-kit-tests"]),
    ])
    func tests_reach_what_their_targets_depend_on(_ modules: [String], _ targets: [String]) {
        #expect(Set(description.targets(reachedFrom: Set(modules))?.map(\.name) ?? []) == Set(targets))
    }

    @Test func what_is_named_besides_is_needed_too_and_whatever_plugins_need() {
        func needed(_ description: PackageDescription, and others: Set<String> = []) -> Set<String>? {
            description.targets(neededBy: ["core_kit_tests"], and: others).map { Set($0.map(\.name)) }
        }
        #expect(needed(description) == ["core-kit-tests", "core-kit"])
        #expect(needed(description, and: ["shopctl"]) == ["core-kit-tests", "core-kit", "shopctl", "Shop"])
        var other = description
        other.targets.append(
            .init(name: "Generate", kind: "plugin", path: "Plugins/Generate", dependencies: ["shopctl"]))
        #expect(needed(other) == ["core-kit-tests", "core-kit", "Generate", "shopctl", "Shop"])
        #expect(description.targets(neededBy: ["Elsewhere"]) == nil)
    }

    @Test func a_module_that_is_no_test_target_reaches_who_knows_what() {
        #expect(description.targets(reachedFrom: ["ShopTests", "Elsewhere"]) == nil)
        #expect(description.targets(reachedFrom: ["Shop"]) == nil)
    }
}
