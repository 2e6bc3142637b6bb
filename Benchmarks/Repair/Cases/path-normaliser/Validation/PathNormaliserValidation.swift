import Testing

@testable import PathNormaliser

@Suite struct PathNormaliserValidation {
    @Test(arguments: [
        ("", "."), (".", "."), ("/", "/"), ("//", "/"), ("a/..", "."), ("a/b/../..", "."), ("a/../..", ".."),
        ("../../a/..", "../.."), ("/a/..", "/"), ("/..", "/"), ("./a/./b", "a/b"), ("a/../b/../c", "c"),
        ("a/b/../../../c", "../c"), ("...", "..."), ("/a/b/../c", "/a/c"),
    ])
    func normalises(path: String, expected: String) {
        #expect(PathNormaliser.normalise(path) == expected)
    }

    @Test func joining_parents() {
        #expect(PathNormaliser.join("a/b", "../c") == "a/c")
        #expect(PathNormaliser.join("/a", "../../c") == "/c")
        #expect(PathNormaliser.join("a", "..") == ".")
    }
}
