/// An edit by bytes, which may part a character.
struct ByteEdit: Hashable {
    var range: Range<Int>
    var replacement: [UInt8]
}

extension SourceLines {
    /// The one edit that does what several do, as short as it gets, so that equal results are equal edits.
    ///
    /// Nil when nothing changes or when edits overlap. Where the new text could start at several places, such as
    /// one more `a` in `aaa`, the last one counts.
    func smallestEdit(_ edits: [TextEdit]) -> ByteEdit? {
        guard let low = edits.map(\.range.lowerBound).min(), let high = edits.map(\.range.upperBound).max(),
            high <= bytes.count
        else { return nil }
        var inner: [UInt8] = []
        var position = low
        for edit in edits {
            guard edit.range.lowerBound >= position else { return nil }
            inner += bytes[position..<edit.range.lowerBound]
            inner += Array(edit.replacement.utf8)
            position = edit.range.upperBound
        }
        inner += bytes[position..<high]
        let change = inner.count - (high - low)
        let total = bytes.count + change
        func changed(_ offset: Int) -> UInt8 {
            if offset < low { return bytes[offset] }
            return offset < low + inner.count ? inner[offset - low] : bytes[offset - change]
        }
        var start = low
        while start < bytes.count, start < total, bytes[start] == changed(start) { start += 1 }
        var tail = 0
        let limit = min(bytes.count, total) - start
        while tail < limit, bytes[bytes.count - 1 - tail] == changed(total - 1 - tail) {
            // Everything behind the edits is equal; only what they cover needs a look.
            if bytes.count - 1 - tail >= high {
                tail = min(limit, bytes.count - high); if tail == limit { break } else { continue }
            }
            tail += 1
        }
        let range = start..<bytes.count - tail
        let replacement = (start..<total - tail).map(changed)
        if range.isEmpty, replacement.isEmpty { return nil }
        return ByteEdit(range: range, replacement: replacement)
    }
}
