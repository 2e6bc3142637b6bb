import Logic
import Testing

@Suite struct HeldOutSupport {
    @Test func swapped_bounds() {
        let version = SemanticVersion(3, 0, 1)
        #expect(!version.isSupported(from: SemanticVersion(4, 0, 0), to: SemanticVersion(3, 0, 0)))
        #expect(!version.isSupported(from: SemanticVersion(3, 0, 2), to: SemanticVersion(3, 0, 1)))
    }

    @Test func equal_bounds() {
        let version = SemanticVersion(3, 0, 1)
        #expect(version.isSupported(from: version, to: version))
    }

    @Test func ordered_bounds() {
        #expect(
            SemanticVersion(0, 9, 9).isSupported(from: SemanticVersion(0, 1, 0), to: SemanticVersion(1, 0, 0))
        )
    }
}
