/// A file with its variants in it, and what each place of it is.
package struct Woven: Sendable {
    /// Whose a place in the woven text is.
    package enum Owner: Sendable, Hashable {
        case untouched
        /// The original code of a unit.
        case original(Int32)
        /// What was added around the original and the variants of a unit.
        case wrapper(Int32)
        case variant(Int32)
        case probe(Int32)
    }

    package struct WovenUnit: Sendable, Hashable {
        package var id: Int32
        /// One-based lines of the file as it was.
        package var lines: ClosedRange<Int>
        /// Mutations that may be chosen here, ascending; the switch must answer 0 or one of these.
        package var numbers: [Int32]

        package init(id: Int32, lines: ClosedRange<Int>, numbers: [Int32]) {
            self.id = id
            self.lines = lines
            self.numbers = numbers
        }
    }

    package struct Probe: Sendable, Hashable {
        package var id: Int32
        /// One-based lines of the file as it was; of a statement with statements in it, those of its head.
        package var lines: ClosedRange<Int>
        /// As in ``Mutation/function``.
        package var function: String

        package init(id: Int32, lines: ClosedRange<Int>, function: String) {
            self.id = id
            self.lines = lines
            self.function = function
        }
    }

    /// Why a mutation is not part of a woven file.
    package enum Reason: String, Sendable, Hashable {
        case outsideOfBodies = "outside of bodies and initial values"
        case notOneStretch = "edits overlap or do not parse"
        case redeclares = "declares a name that its scope has already"
        case fileDoesNotParse = "the file does not parse"
        case resultBuilder = "inside of a result builder that cannot be duplicated"
        case fileLevel = "declares at file level what the rest of the file may use"
        case tooMuchCode = "too much code would have to be duplicated"
        case wrapperRefused = "the compiler takes no form of the switch here"
    }

    package let path: String
    package let text: String
    package let wovenLines: Int
    package let units: [WovenUnit]
    package let probes: [Probe]
    /// Mutations that are neither in the text nor among the dropped.
    package let unwoven: [(number: Int32, reason: Reason)]
    /// The unit of each mutation in the text, by number.
    package let placed: [Int32: Int32]

    struct Segment: Sendable {
        var start: Int
        var owner: Owner
        /// Offset into the original that the segment's first byte comes from, or stands at.
        var origin: Int
        /// Copied from the original byte by byte.
        var isCopy: Bool
    }

    let segments: [Segment]
    let lineStarts: [Int]
    let originalLineStarts: [Int]
    let dropped: Set<Int32>
    let escalated: Set<Int32>

    /// Whose a one-based place in the woven text is and what line it has in the original.
    package func place(line: Int, column: Int) -> (owner: Owner, line: Int) {
        let (owner, offset) = origin(line: line, column: column)
        return (owner, Self.line(of: offset, originalLineStarts))
    }

    func origin(line: Int, column: Int) -> (owner: Owner, offset: Int) {
        guard !segments.isEmpty else { return (.untouched, 0) }
        let row = min(max(line, 1), lineStarts.count)
        let offset = lineStarts[row - 1] + max(column, 1) - 1
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        let segment = segments[max(low - 1, 0)]
        return (segment.owner, segment.isCopy ? segment.origin + offset - segment.start : segment.origin)
    }

    /// One-based.
    static func line(of offset: Int, _ starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        return starts
    }
}
