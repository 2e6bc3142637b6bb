/// What a healer changed in a package, sorted by what the oracle lets count.
package struct TreeChange: Sendable, Equatable {
    /// Sources that were added or changed, sorted.
    package var written: [String] = []
    /// Sources that are gone, sorted.
    package var removed: [String] = []
    /// Tests and manifests that were changed or deleted: put back before anything is judged.
    package var restored: [String] = []
    /// Tests that were added: they prove nothing of the heal, and are tried as regression tests.
    package var addedTests: [String] = []

    /// - Parameters:
    ///   - before: digests of the broken package's files, by path.
    ///   - after: the same of what the healer left.
    ///   - isProtected: whether a path belongs to the tests or is a manifest.
    ///   - isBuilt: whether a file at a path would be part of what is built; a new one elsewhere, such as a log, is none
    ///     of the oracle's business.
    package init(
        from before: [String: String], to after: [String: String], isProtected: (String) -> Bool,
        isBuilt: (String) -> Bool = { _ in true }
    ) {
        for path in Set(before.keys).union(after.keys).sorted() where before[path] != after[path] {
            switch (before[path] != nil, after[path] != nil, isProtected(path)) {
            case (false, _, true): addedTests.append(path)
            case (true, _, true): restored.append(path)
            case (false, _, false) where !isBuilt(path): break
            case (_, true, false): written.append(path)
            case (_, false, false): removed.append(path)
            }
        }
    }

    package var isEmpty: Bool { touchesNoSource && restored.isEmpty && addedTests.isEmpty }
    package var touchesNoSource: Bool { written.isEmpty && removed.isEmpty }
}
