import Testing

@testable import TextKit

@Suite struct HeldOutMarkers {
    @Test("Every marker")
    func everyMarker() {
        #expect(Alignment.allCases.map(\.marker) == [":--", "--:", ":-:"])
    }

    @Test("The width of markers")
    func theWidthOfMarkers() {
        #expect(Alignment.allCases.allSatisfy { $0.marker.count == 3 })
    }
}
