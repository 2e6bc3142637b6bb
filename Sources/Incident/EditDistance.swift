/// Levenshtein's distance: how many letters to insert, drop or replace.
package enum EditDistance {
    package static func between(_ a: String, _ b: String) -> Int {
        let target = Array(b)
        var row = Array(0...target.count)
        for (i, letter) in a.enumerated() {
            var next = [i + 1]
            for (j, other) in target.enumerated() {
                next.append(min(row[j + 1] + 1, next[j] + 1, row[j] + (letter == other ? 0 : 1)))
            }
            row = next
        }
        return row[target.count]
    }
}
