import Testing

@testable import PathNormaliser

@Suite struct PathNormaliserTests {
    @Test func removes_single_dots_and_double_slashes() {
        #expect(PathNormaliser.normalise("a//b/./c/") == "a/b/c")
    }

    @Test func an_absolute_path_stays_below_the_root() {
        #expect(PathNormaliser.normalise("/../../etc/../usr") == "/usr")
    }

    @Test func a_relative_path_resolves_its_parents() {
        #expect(PathNormaliser.normalise("docs/img/../index.md") == "docs/index.md")
    }

    @Test func a_relative_path_keeps_leading_parents() {
        #expect(PathNormaliser.normalise("../x") == "../x")
    }

    @Test func joins() {
        #expect(PathNormaliser.join("/srv/www", "a/b") == "/srv/www/a/b")
        #expect(PathNormaliser.join("/srv/www", "/etc") == "/etc")
    }
}
