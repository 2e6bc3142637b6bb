extension Schema {
    /// The file with every mutation that is in no set, each at its smallest placement that is left.
    ///
    /// Every file of a module may be woven: what is added is private to it. Crash messages and `#line` inside of
    /// woven functions tell woven lines; with probes alone, lines stay as they are.
    ///
    /// - Parameters:
    ///   - dropped: numbers of mutations that do not compile.
    ///   - escalated: ids that ``blame(_:in:)`` named.
    package func rendered(dropping dropped: Set<Int32> = [], escalating escalated: Set<Int32> = []) -> Woven {
        let (members, unwoven) = active(dropped, escalated)
        let marks = probePlan.marks.filter { !escalated.contains($0.probe.id) }
        let tails = probePlan.tails.filter { !escalated.contains($0.id) }
        var renderer = Renderer(schema: self, members: members, marks: marks)
        let (bytes, segments) = renderer.render()
        let starts = Woven.lineStarts(layout.bytes)
        let lineStarts = Woven.lineStarts(bytes)
        var placed: [Int32: Int32] = [:]
        let woven = members.keys.sorted().map { index in
            let unit = units[index]
            let numbers = (members[index] ?? []).map { mutations[$0].number }
            for number in numbers { placed[number] = unit.id }
            let first = Woven.line(of: unit.region.lowerBound, starts)
            let last = Woven.line(of: max(unit.region.lowerBound, unit.region.upperBound - 1), starts)
            return Woven.WovenUnit(id: unit.id, lines: first...max(first, last), numbers: numbers)
        }
        return Woven(
            path: file.path, text: String(decoding: bytes, as: UTF8.self), wovenLines: lineStarts.count,
            units: woven, probes: marks.map(\.probe) + tails, unwoven: unwoven, placed: placed,
            segments: segments,
            lineStarts: lineStarts, originalLineStarts: starts, dropped: dropped, escalated: escalated)
    }
}
