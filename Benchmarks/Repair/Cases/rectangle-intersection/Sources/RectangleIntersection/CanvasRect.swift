/// An axis-aligned rectangle on a canvas.
struct CanvasRect: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var right: Int { x + width }
    var bottom: Int { y + height }
    var area: Int { width * height }

    /// The part both cover, or nil when they share no area.
    func intersection(_ other: CanvasRect) -> CanvasRect? {
        let left = max(x, other.x)
        let top = max(y, other.y)
        let width = min(right, other.right) - left
        let height = min(bottom, other.bottom) - top
        guard width > 0, height > 0 else { return nil }
        return CanvasRect(x: left, y: top, width: width, height: height)
    }

    /// The smallest rectangle around both.
    func union(_ other: CanvasRect) -> CanvasRect {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return CanvasRect(
            x: left, y: top,
            width: max(right, other.right) - left,
            height: max(bottom, other.height) - top)
    }

    /// The area covered by at least one of both.
    func coveredArea(with other: CanvasRect) -> Int {
        area + other.area - (intersection(other)?.area ?? 0)
    }
}
