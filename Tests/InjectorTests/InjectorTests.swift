import Incident
import SourceEdit
import Testing

@testable import Injector

struct InjectorTests {
    private let injector = Injector()
    private let files = [
        SourceFile(
            path: "Sources/B.swift",
            text:
                "func f(_ a: Int, _ b: Int) -> Int {\n    guard b != 0 else { return 0 }\n    return a / b\n}\n"
        ),
        SourceFile(
            path: "Sources/A.swift",
            text:
                "struct A {\n    func g(of a: Int, by b: Int) -> Int {\n        b == 0 ? 0 : a / b\n    }\n}\n"
        ),
    ]

    @Test func the_most_natural_site_of_all_files_comes_first() throws {
        #expect(
            injector.sites(of: ZeroDivision(), in: files).map(\.file) == [
                "Sources/B.swift", "Sources/A.swift",
            ])
        #expect(try injector.firstSite(of: ZeroDivision(), in: files).line == 2)
    }

    @Test func the_order_of_the_files_does_not_matter() {
        #expect(
            injector.sites(of: ZeroDivision(), in: files)
                == injector.sites(of: ZeroDivision(), in: files.reversed()))
    }

    @Test func a_site_names_its_function_and_what_it_changes() throws {
        let site = try injector.site(of: ZeroDivision(), in: files, at: "Sources/A.swift", line: 3)
        #expect(site.function == "A.g(of:by:)")
        #expect(site.summary == "drops the condition `b == 0` before `a / b`")
    }

    @Test func a_site_is_selected_by_the_end_of_its_path() throws {
        #expect(
            try injector.site(of: ZeroDivision(), in: files, at: "B.swift", line: 2).file == "Sources/B.swift"
        )
    }

    @Test func a_line_without_a_site_lists_the_nearest_ones() throws {
        let error = try #require(throws: LabError.self) {
            try injector.site(of: ZeroDivision(), in: files, at: "Sources/B.swift", line: 9)
        }
        #expect(error.code == .noSite)
        #expect(error.hint?.contains("Sources/B.swift:2  drops the guard `b != 0`") == true)
    }

    @Test func a_package_without_a_site_says_so() throws {
        let error = try #require(throws: LabError.self) { try injector.firstSite(of: ForceCast(), in: files) }
        #expect(error.code == .noSite)
        #expect(error.message.contains("force_cast"))
    }

    @Test func an_unknown_fault_suggests_the_nearest_name() throws {
        let error = try #require(throws: LabError.self) { try injector.fault(named: "zero_divison") }
        #expect(error.code == .usage)
        #expect(error.hint?.contains("zero_division") == true)
    }

    @Test func sites_that_a_build_may_leave_out_come_last() {
        let conditional = SourceFile(
            path: "Sources/0.swift",
            text:
                "#if DEBUG\nfunc f(_ a: Int, _ b: Int) -> Int {\n    guard b != 0 else { return 0 }\n    return a / b\n}\n#endif\n"
        )
        #expect(injector.sites(of: ZeroDivision(), in: files + [conditional]).last?.file == "Sources/0.swift")
    }
}
