import Testing

@testable import OrgChartLevels

@Suite struct OrgChartValidation {
    @Test func a_full_tree() {
        var chart = OrgChart(head: "1")
        for child in 2...31 { chart.add("\(child)", reportingTo: "\(child / 2)") }
        #expect(chart.byLevel() == (1...31).map(String.init))
    }

    @Test func siblings_keep_their_order() {
        var chart = OrgChart(head: "h")
        for name in ["c", "a", "b"] { chart.add(name, reportingTo: "h") }
        #expect(chart.byLevel() == ["h", "c", "a", "b"])
    }

    @Test func uneven_levels() {
        var chart = OrgChart(head: "h")
        chart.add("x", reportingTo: "h")
        chart.add("y", reportingTo: "h")
        chart.add("y1", reportingTo: "y")
        chart.add("x1", reportingTo: "x")
        chart.add("x11", reportingTo: "x1")
        chart.add("y2", reportingTo: "y")
        #expect(chart.byLevel() == ["h", "x", "y", "x1", "y1", "y2", "x11"])
    }

    @Test func who_does_not_report_to_the_head() {
        var chart = OrgChart(head: "h")
        chart.add("stray", reportingTo: "unknown")
        #expect(chart.byLevel() == ["h"])
        #expect(chart.chain(above: "stray") == nil)
        #expect(chart.chain(above: "h") == [])
    }

    @Test func chains_have_the_length_of_the_level() {
        var chart = OrgChart(head: "1")
        for child in 2...15 { chart.add("\(child)", reportingTo: "\(child / 2)") }
        let lengths = chart.byLevel().map { chart.chain(above: $0)?.count ?? -1 }
        #expect(lengths == lengths.sorted())
        #expect(lengths.last == 3)
    }
}
