import Testing

@testable import UndoHistory

@Suite struct EditHistoryValidation {
    @Test func redo_of_nothing_changes_nothing() {
        var history = EditHistory(text: "x")
        history.redo()
        #expect(history.text == "x")
        #expect(!history.canUndo)
        #expect(!history.canRedo)
    }

    @Test func redo_more_often_than_undone() {
        var history = EditHistory()
        history.edit("1")
        history.edit("2")
        history.undo()
        history.redo()
        history.redo()
        history.redo()
        #expect(history.text == "2")
        history.undo()
        #expect(history.text == "1")
        history.undo()
        #expect(history.text == "")
        history.undo()
        #expect(history.text == "")
        #expect(history.canRedo)
    }

    @Test func walks_through_all_states() {
        var history = EditHistory(text: "0")
        for index in 1...5 { history.edit("\(index)") }
        for index in (0..<5).reversed() {
            history.undo()
            #expect(history.text == "\(index)")
        }
        for index in 1...5 {
            history.redo()
            #expect(history.text == "\(index)")
        }
    }

    @Test func equal_edits_are_no_steps() {
        var history = EditHistory(text: "a")
        history.edit("a")
        #expect(!history.canUndo)
        history.edit("b")
        history.undo()
        history.edit("a")
        #expect(history.canRedo)
    }
}
