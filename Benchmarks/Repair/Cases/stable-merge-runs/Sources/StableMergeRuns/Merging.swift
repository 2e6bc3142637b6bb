/// Merges two runs that are sorted by `key` into one sorted run.
///
/// Where keys are equal, elements of `left` come before elements of `right`, so that a merge sort built on this is
/// stable.
func mergeRuns<Element, Key: Comparable>(
    _ left: [Element], _ right: [Element], by key: (Element) -> Key
) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(left.count + right.count)
    var i = 0
    var j = 0
    while i < left.count && j < right.count {
        if key(left[i]) < key(right[j]) {
            merged.append(left[i])
            i += 1
        } else {
            merged.append(right[j])
            j += 1
        }
    }
    merged.append(contentsOf: left[i...])
    merged.append(contentsOf: right[j...])
    return merged
}

extension Array {
    /// A stable sort by a key, in O(n log n) comparisons.
    func stablySorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
        guard count > 1 else { return self }
        let middle = count / 2
        let left = Array(self[..<middle]).stablySorted(by: key)
        let right = Array(self[middle...]).stablySorted(by: key)
        return mergeRuns(left, right, by: key)
    }
}
