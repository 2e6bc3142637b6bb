import Mutation
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("Sources/Kit/A.swift", "Sources/Kit/A.swift", true),
        ("Sources/*/A.swift", "Sources/Kit/A.swift", true),
        ("Sources/*/A.swift", "Sources/Kit/Deep/A.swift", false),
        ("Sources/**/A.swift", "Sources/A.swift", true),
        ("Sources/**/A.swift", "Sources/Kit/Deep/A.swift", true),
        ("A.swift", "Sources/Kit/A.swift", true),
        ("*.swift", "Sources/Kit/B.swift", true),
        ("?.swift", "Sources/Kit/AB.swift", false),
        ("Sources/Kit/", "Sources/Kit/A.swift", true),
        ("Sources/Kit/**", "Sources/Kitten/A.swift", false),
        ("./Sources/Kit/*", "Sources/Kit/A.swift", true),
        ("sources/Kit/*", "Sources/Kit/A.swift", false),
    ])
    func a_glob_matches_paths(_ pattern: String, _ path: String, _ isMatch: Bool) {
        #expect(Glob(pattern).matches(path) == isMatch)
    }
}
