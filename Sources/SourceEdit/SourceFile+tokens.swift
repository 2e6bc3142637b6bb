import SwiftSyntax

extension SourceFile {
    /// Their code differs in layout and comments at most.
    package func isSameCode(as other: SourceFile) -> Bool {
        let (own, others) = (
            tree.tokens(viewMode: .sourceAccurate), other.tree.tokens(viewMode: .sourceAccurate)
        )
        return own.lazy.map(\.text).elementsEqual(others.lazy.map(\.text))
    }
}
