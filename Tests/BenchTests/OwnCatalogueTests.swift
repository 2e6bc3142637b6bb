import Incident
import RuntimeFaults
import Scoreboard
import Testing

@testable import Bench

@Suite struct OwnCatalogueTests {
    @Test func each_fault_is_played_on_each_service_and_named_after_both() throws {
        let cases = try OwnCatalogue.cases(named: [], of: ["web", "shop.db"])
        #expect(cases.count == 2 * OutsideFaultCatalogue.all.count)
        #expect(cases.first?.id == "web.crash")
        #expect(Set(cases.map(\.id)).count == cases.count)
        #expect(cases.allSatisfy { $0.domain == .container })
        let split = try #require(OwnCatalogue.split("shop.db.hang"))
        #expect(split.service == "shop.db" && split.fault.id == "hang")
        #expect(OwnCatalogue.split("hang") == nil && OwnCatalogue.split("web.zero_division") == nil)
    }

    @Test func a_fault_is_meant_on_every_service_and_a_case_on_one() throws {
        let services = ["web", "db"]
        #expect(try OwnCatalogue.cases(named: ["hang"], of: services).map(\.id) == ["web.hang", "db.hang"])
        #expect(try OwnCatalogue.cases(named: ["db.hang"], of: services).map(\.id) == ["db.hang"])
    }

    @Test(arguments: [
        ("hnag", "there is no such fault", "'hang'"), ("web.hnag", "there is no such fault", "'web.hang'"),
        ("zero_division", "takes the help", "--list"), ("flapping", "takes the help", "--list"),
    ])
    func another_name_is_refused(_ name: String, _ message: String, _ hint: String) {
        let error = #expect(throws: LabError.self) { try OwnCatalogue.cases(named: [name], of: ["web"]) }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("--fault \(name)") == true)
        #expect(error?.message.contains(message) == true && error?.hint?.contains(hint) == true)
    }

    @Test func what_means_the_same_as_in_the_catalogue_of_the_sample_is_called_the_same() {
        for fault in OutsideFaultCatalogue.all {
            guard let same = ContainerFaultCatalogue.find(fault.id) else { continue }
            #expect(same.failureClass == fault.failureClass && same.expected == fault.expected, "\(fault.id)")
        }
        #expect(Set(OutsideFaultCatalogue.all.map(\.id)).isSuperset(of: ["hang", "no_fault", "manual_stop"]))
        #expect(OutsideFaultCatalogue.all.allSatisfy { ($0.disruption == nil) == ($0.id == "no_fault") })
    }
}
