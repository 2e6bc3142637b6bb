import Classifier
import Incident
import Testing

@Suite struct Corpus {
    @Test(arguments: CorpusCase.all)
    func every_recorded_output_is_diagnosed_as_the_table_says(_ recorded: CorpusCase) {
        let found = Classifier().classify(recorded.evidence)
        let classes = found.map(\.failureClass.rawValue)
        #expect(classes == recorded.expected.map(\.class.rawValue), "\(found.map(\.evidence))")
        for (diagnosis, expected) in zip(found, recorded.expected) {
            #expect(diagnosis.location?.file == expected.file)
            if let line = expected.line { #expect(diagnosis.location?.line == line) }
            if let function = expected.function { #expect(diagnosis.location?.function == function) }
            #expect(!diagnosis.evidence.isEmpty)
        }
    }

    @Test func no_passing_control_raises_an_alarm_and_there_are_enough_of_them() {
        let controls = CorpusCase.all.filter { $0.name.hasPrefix("passing__") }
        #expect(controls.count >= 10)
        let alarms = controls.filter { !Classifier().classify($0.evidence).isEmpty }.map(\.name)
        #expect(alarms == [])
    }

    @Test func the_corpus_has_enough_cases_and_covers_the_classes_that_can_be_recorded() {
        let recorded = Set(CorpusCase.all.flatMap(\.expected).map(\.class))
        let missing = Set(FailureClass.allCases).subtracting(FailureClass.ofServices).subtracting(recorded)
        #expect(CorpusCase.all.count >= 70)
        #expect(missing.map(\.rawValue).sorted() == ["unknown"])
    }
}
