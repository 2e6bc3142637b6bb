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
}
