import Testing

@testable import OrgChartLevels

@Suite struct OrgChartTests {
    private func chart() -> OrgChart {
        var chart = OrgChart(head: "Ada")
        chart.add("Ben", reportingTo: "Ada")
        chart.add("Cleo", reportingTo: "Ada")
        chart.add("Dan", reportingTo: "Ben")
        chart.add("Eva", reportingTo: "Cleo")
        return chart
    }

    @Test func level_by_level() {
        #expect(chart().byLevel() == ["Ada", "Ben", "Cleo", "Dan", "Eva"])
    }

    @Test func one_person() {
        #expect(OrgChart(head: "Ada").byLevel() == ["Ada"])
    }

    @Test func a_chain() {
        var chart = OrgChart(head: "A")
        chart.add("B", reportingTo: "A")
        chart.add("C", reportingTo: "B")
        #expect(chart.byLevel() == ["A", "B", "C"])
    }

    @Test func managers() {
        #expect(chart().chain(above: "Dan") == ["Ben", "Ada"])
        #expect(chart().chain(above: "Zoe") == nil)
    }
}
