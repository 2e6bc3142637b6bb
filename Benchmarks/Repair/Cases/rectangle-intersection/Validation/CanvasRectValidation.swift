import Testing

@testable import RectangleIntersection

@Suite struct CanvasRectValidation {
    private let rects = [
        CanvasRect(x: 0, y: 0, width: 3, height: 2), CanvasRect(x: -5, y: -4, width: 2, height: 9),
        CanvasRect(x: 7, y: 3, width: 1, height: 1), CanvasRect(x: 1, y: -8, width: 4, height: 3),
        CanvasRect(x: 2, y: 1, width: 6, height: 6),
    ]

    @Test func union_is_commutative_and_bounds_both() {
        for a in rects {
            for b in rects {
                let union = a.union(b)
                #expect(union == b.union(a))
                #expect(union.x == min(a.x, b.x) && union.y == min(a.y, b.y))
                #expect(union.right == max(a.right, b.right))
                #expect(union.bottom == max(a.bottom, b.bottom))
            }
        }
    }

    @Test func intersection_by_cells() {
        for a in rects {
            for b in rects {
                var cells = 0
                for x in a.x..<a.right {
                    for y in a.y..<a.bottom where x >= b.x && x < b.right && y >= b.y && y < b.bottom {
                        cells += 1
                    }
                }
                #expect((a.intersection(b)?.area ?? 0) == cells)
                #expect(a.coveredArea(with: b) == a.area + b.area - cells)
            }
        }
    }

    @Test func fixed_unions() {
        #expect(rects[0].union(rects[0]) == rects[0])
        #expect(rects[0].union(rects[2]) == CanvasRect(x: 0, y: 0, width: 8, height: 4))
        #expect(rects[1].union(rects[3]) == CanvasRect(x: -5, y: -8, width: 10, height: 13))
    }
}
