import Testing

@testable import RectangleIntersection

@Suite struct CanvasRectTests {
    private let square = CanvasRect(x: 0, y: 0, width: 4, height: 4)

    @Test func intersection() {
        let other = CanvasRect(x: 2, y: 1, width: 5, height: 2)
        #expect(square.intersection(other) == CanvasRect(x: 2, y: 1, width: 2, height: 2))
    }

    @Test func touching_is_not_intersecting() {
        #expect(square.intersection(CanvasRect(x: 4, y: 0, width: 2, height: 2)) == nil)
    }

    @Test func union_of_distant_rectangles() {
        let other = CanvasRect(x: 6, y: 7, width: 1, height: 3)
        #expect(square.union(other) == CanvasRect(x: 0, y: 0, width: 7, height: 10))
    }

    @Test func union_with_a_part_of_itself() {
        #expect(square.union(CanvasRect(x: 1, y: 1, width: 1, height: 1)) == square)
    }

    @Test func covered_area() {
        #expect(square.coveredArea(with: CanvasRect(x: 2, y: 2, width: 4, height: 4)) == 28)
    }
}
