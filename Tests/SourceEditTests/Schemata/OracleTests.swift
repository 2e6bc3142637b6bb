import Foundation
import SourceEdit
import Testing

/// The strongest test of the weaver: each mutation, chosen at run time, does what the plainly mutated program does.
@Suite(.serialized) struct OracleTests {
    @Test(arguments: Sample.all)
    func every_variant_prints_what_the_plainly_mutated_program_prints(_ sample: Sample) throws {
        let loom = try Loom()
        let woven = try loom.settle(sample, "woven")
        var texts = [(key: "plain0", text: sample.text)]
        for numbered in sample.mutations {
            texts.append(
                ("plain\(numbered.number)", try #require(numbered.mutation.edits.applied(to: sample.text))))
        }
        let fine = try loom.compiling(sample, texts)
        let compiled = (0...Int32(sample.mutations.count)).filter { fine.contains("plain\($0)") }
        try #require(compiled.first == 0)
        let there = Set(woven.woven.placed.keys)
        let reasons = woven.woven.unwoven.map { "\($0.number) \($0.reason)" }
        for number in compiled.dropFirst() where !sample.exceptions.contains(Int(number) - 1) {
            #expect(
                there.contains(number), "\(number) compiles and is not woven: \(reasons)\n\(woven.woven.text)"
            )
        }
        for number in there {
            #expect(compiled.contains(number), "\(number) is woven and does not compile\n\(woven.woven.text)")
        }
        if sample.isScript {
            try loom.link(["woven"], [woven.woven], script: true, "program-woven")
        } else {
            let keys = ["woven"] + compiled.map { "plain\($0)" }
            try loom.link(keys, [woven.woven], script: false, "all")
        }
        var same = 0
        var alive = 0
        let first = try plain(0)
        #expect(!first.failed && !first.output.isEmpty)
        for number in compiled where number == 0 || there.contains(number) {
            let expected = try plain(number)
            let program = sample.isScript ? "program-woven" : "all"
            let found = try loom.outcome(program, "woven", chosen: number)
            #expect(found == expected, "\(number) of \(sample.name)\n\(woven.woven.text)")
            if found == expected { same += 1 }
            if number > 0, expected == first { alive += 1 }
        }
        print(
            "\(sample.name): \(same - 1) variants as plain, \(alive) of them like the original, \(woven.rounds) builds, "
                + "\(sample.text.utf8.count { $0 == 0x0A }) -> \(woven.woven.wovenLines) lines")

        func plain(_ number: Int32) throws -> Loom.Outcome {
            guard sample.isScript else { return try loom.outcome("all", "plain\(number)") }
            try loom.link(["plain\(number)"], [], script: true, "program-plain\(number)")
            return try loom.outcome("program-plain\(number)", "")
        }
    }
}
