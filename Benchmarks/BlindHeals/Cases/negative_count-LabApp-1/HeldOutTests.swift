import Logic
import Testing

@Suite struct HeldOutTreeLine {
    @Test func a_negative_level() {
        #expect(CategoryTree.line("garden", level: -2) == "garden")
        #expect(CategoryTree.line("", level: -40) == "")
    }

    @Test func a_level() {
        #expect(CategoryTree.line("garden", level: 1) == "  garden")
        #expect(CategoryTree.line("pots", level: 3) == "      pots")
    }
}
