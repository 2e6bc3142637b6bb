enum Instruction: Equatable {
    case push(Int)
    case add
    case multiply
    case duplicate
    case swap
    case jumpIfZero(Int)
}

enum MachineError: Error, Equatable {
    case underflow(at: Int)
    case outOfSteps
}

/// Runs programs of a small stack machine.
struct StackMachine {
    var stepLimit = 1000

    func run(_ program: [Instruction]) throws -> [Int] {
        var stack: [Int] = []
        var counter = 0
        var steps = 0
        while program.indices.contains(counter) {
            steps += 1
            guard steps <= stepLimit else { throw MachineError.outOfSteps }
            let position = counter
            func pop() throws -> Int {
                guard let top = stack.popLast() else { throw MachineError.underflow(at: position) }
                return top
            }
            counter += 1
            switch program[position] {
            case .push(let number):
                stack.append(number)
            case .add:
                stack.append(try pop() + pop())
            case .multiply:
                stack.append(try pop() * pop())
            case .duplicate:
                let top = try pop()
                stack += [top, top]
            case .swap:
                let (top, below) = (try pop(), try pop())
                stack += [top, below]
            case .jumpIfZero(let target):
                if try pop() == 0 { counter = target }
            }
        }
        return stack
    }
}
