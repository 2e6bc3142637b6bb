import Logic
import Testing

@Suite struct HeldOutLines {
    @Test func lines_without_a_key() {
        #expect(Settings(lines: ["", "hello", "="]) == Settings([]))
    }

    @Test func good_lines_among_bad_ones() {
        let settings = Settings(lines: ["# comment", "a=1", "=2", "b=3"])
        #expect(settings == Settings([("a", "1"), ("b", "3")]))
    }

    @Test func only_good_lines() throws {
        #expect(try Settings(lines: ["k=v", "k=w"]).text("k") == "w")
    }
}
