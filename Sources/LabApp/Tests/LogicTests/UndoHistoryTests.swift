import Logic
import Testing

struct UndoHistoryTests {
    @Test func undo_goes_back_and_redo_forth() {
        var history = UndoHistory("a", limit: 5)
        history.record("b")
        #expect(history.undo() == "a")
        #expect(history.redo() == "b")
        #expect(history.current == "b")
    }

    @Test func nothing_lies_before_the_beginning() {
        var history = UndoHistory("a", limit: 5)
        #expect(!history.canUndo)
        #expect(history.undo() == nil)
    }

    @Test func nothing_can_be_redone_without_an_undo() {
        var history = UndoHistory(1, limit: 5)
        #expect(history.redo() == nil)
    }

    @Test func a_new_state_forgets_the_undone_ones() {
        var history = UndoHistory(1, limit: 5)
        history.record(2)
        #expect(history.undo() == 1)
        history.record(3)
        #expect(history.redo() == nil)
    }

    @Test func states_beyond_the_limit_are_forgotten() {
        var history = UndoHistory(1, limit: 2)
        history.record(2)
        history.record(3)
        history.record(4)
        #expect(history.undoAll() == 2)
        #expect(history.current == 2)
    }

    @Test func a_negative_limit_remembers_nothing() {
        var history = UndoHistory("a", limit: -3)
        history.record("b")
        #expect(!history.canUndo)
    }

    @Test func earlier_states_are_counted_from_the_current_one() {
        var history = UndoHistory(1, limit: 5)
        history.record(2)
        history.record(3)
        #expect(history.state(stepsBack: 0) == 3)
        #expect(history.state(stepsBack: 2) == 1)
    }

    @Test func there_is_no_state_before_the_first() {
        var history = UndoHistory(1, limit: 5)
        history.record(2)
        #expect(history.state(stepsBack: 2) == nil)
        #expect(history.state(stepsBack: 9) == nil)
        #expect(history.state(stepsBack: -1) == nil)
    }

    @Test func recent_states_come_oldest_first() {
        var history = UndoHistory(1, limit: 5)
        history.record(2)
        history.record(3)
        #expect(history.recent(1) == [2])
        #expect(history.recent(9) == [1, 2])
    }

    @Test func a_negative_count_has_no_recent_states() {
        var history = UndoHistory(1, limit: 5)
        history.record(2)
        #expect(history.recent(-1) == [])
        #expect(history.recent(-4) == [])
    }
}
