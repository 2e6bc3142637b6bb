import Incident
package import SourceEdit

/// The patient's Swift files, parsed: what a fixer may read.
package struct PatientSource: Sendable {
    /// Sorted by path.
    package let sources: [SourceFile]
    /// Sorted by path.
    package let tests: [SourceFile]
    package let errorCases: [ErrorCase]

    private let byPath: [String: SourceFile]

    package init(sources: [SourceFile], tests: [SourceFile]) {
        self.sources = sources.sorted { $0.path < $1.path }
        self.tests = tests.sorted { $0.path < $1.path }
        byPath = Dictionary((sources + tests).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        errorCases = ErrorCase.all(in: self.sources)
    }

    /// The file at a path; a path that evidence shortened to its end finds the only file that ends so.
    package func file(_ path: String) -> SourceFile? {
        if let exact = byPath[path] { return exact }
        let matches = (sources + tests).filter {
            $0.path.hasSuffix("/" + path) || path.hasSuffix("/" + $0.path)
        }
        return matches.count == 1 ? matches[0] : nil
    }
}
