extension RepairCase {
    private static let cells = """
        func cells(of text: String) -> [[String]] {
            let lines = text.split(separator: "#").map(String.init)
            var rows: [[String]] = []
            for line in lines {
                var cells: [String] = [""]
                var isQuoted = false
                for character in line {
                    if character == "\\"" {
                    } else if character == "," {
                        cells.append("")
                    } else {
                        cells[cells.count - 1].append(character)
                    }
                }
                rows.append(cells)
            }
            return lines.map { $0.isEmpty ? [] : [$0] } + rows
        }
        """

    static let texts: [RepairCase] = [
        RepairCase(
            "letters of either case", "email.hasSuffix", "email.lowercased().hasSuffix",
            source: """
                func isOurs(_ email: String, _ domain: String) -> Bool {
                    return email.hasSuffix("@" + domain.lowercased())
                }
                """),
        RepairCase(
            "paths of another length", "    for (index",
            "    guard parts.count == segments.count else { return nil }\n    for (index",
            source: """
                func match(_ segments: [String], _ path: String) -> Int? {
                    let parts = path.split(separator: "/").map(String.init)
                    var found = 0
                    for (index, segment) in segments.enumerated() where parts[index] == segment {
                        found += 1
                    }
                    return found
                }
                """),
        RepairCase(
            "what is left after the loop is lost", "        }\n        return lines",
            "        }\n        lines.append(String(rest))\n        return lines",
            source: """
                struct Wrapper {
                    let width: Int
                    func lines(of text: String) -> [String] {
                        var lines: [String] = []
                        var rest = text[...]
                        while rest.count > width {
                            lines.append(String(rest.prefix(width)))
                            rest = rest.dropFirst(width)
                        }
                        return lines
                    }
                }
                """),
        RepairCase(
            "an update behind the last block of a loop", "            }\n        }\n    return best",
            "            }\n            run += 1\n        }\n    return best",
            source: """
                func longest(_ xs: [Int]) -> Int {
                    var best = 0
                    var run = 0
                        for x in xs {
                            if x < 0 {
                                run = 0
                            }
                        }
                    return best
                }
                """),
        RepairCase(
            "a flag is not asked", "else if character == \",\" {",
            "else if character == \",\" && !isQuoted {",
            source: cells),
        RepairCase(
            "an empty branch forgets its update", "\"\\\"\" {\n            }",
            "\"\\\"\" {\n                isQuoted.toggle()\n            }", source: cells),
        RepairCase("another separator", "\"#\"", "\"\\n\"", source: cells),
        RepairCase("the first line is none of them", "lines.map", "lines.dropFirst().map", source: cells),
        RepairCase(
            "open brackets at the end are fine", "return true", "return depth == 0",
            source: """
                func isBalanced(_ text: String) -> Bool {
                    var depth = 0
                    for character in text {
                        if character == "(" {
                            depth += 1
                        } else {
                            depth -= 1
                            if depth < 0 { return false }
                        }
                    }
                    return true
                }
                """),
        RepairCase(
            "operands of a stack swapped", "apply(token, a, b)", "apply(token, b, a)",
            source: """
                func evaluate(_ tokens: [String]) -> Double {
                    func apply(_ symbol: String, _ a: Double, _ b: Double) -> Double {
                        switch symbol {
                        case "+": a + b
                        case "-": a - b
                        case "*": a * b
                        default: a / b
                        }
                    }
                    var stack: [Double] = []
                    for token in tokens {
                        if let number = Double(token) {
                            stack.append(number)
                        } else {
                            let a = stack.removeLast()
                            let b = stack.removeLast()
                            stack.append(apply(token, a, b))
                        }
                    }
                    return stack.removeLast()
                }
                """),
        RepairCase(
            "operators are never kept",
            """
                            output.append(waiting.removeLast())
                        }
            """,
            """
                            output.append(waiting.removeLast())
                        }
                        waiting.append(token)
            """,
            source: """
                func postfix(_ tokens: [String], _ rank: [String: Int]) -> [String] {
                    var output: [String] = []
                    var waiting: [String] = []
                    for token in tokens {
                        if rank[token] == nil {
                            output.append(token)
                        } else {
                            while let last = waiting.last, rank[token, default: 0] <= rank[last, default: 0] {
                                output.append(waiting.removeLast())
                            }
                        }
                    }
                    while !waiting.isEmpty { output.append(waiting.removeLast()) }
                    return output
                }
                """),
        RepairCase(
            "the last line is left out", "    return lines\n", "    lines.append(rest)\n    return lines\n",
            source: """
                func wrapped(_ text: String, _ width: Int) -> [String] {
                    var lines: [String] = []
                    var rest = text
                    while rest.count > width {
                        let line = String(rest.prefix(width))
                        rest = String(rest.dropFirst(width))
                        lines.append(line)
                    }
                    return lines
                }
                """),
        RepairCase(
            "words of different case", "left == right", "left.lowercased() == right.lowercased()",
            "left != right",
            source: """
                func differs(_ left: String, _ right: String) -> Bool {
                    return left == right
                }
                """),
        RepairCase(
            "the wrong end of a name", "name.hasPrefix(\".swift\")", "name.hasSuffix(\".swift\")",
            source: """
                func sources(_ names: [String]) -> [String] {
                    names.filter { name in name.hasPrefix(".swift") }
                }
                """),
        RepairCase(
            "spaces between words", "joined(separator: \"\")", "joined(separator: \" \")",
            source: """
                func turnedWords(_ line: String) -> String {
                    let words = line.split(separator: " ")
                    return words.reversed().joined(separator: "")
                }
                """),
        RepairCase(
            "a word is compared with itself", "text == text", "text == turned",
            source: """
                func isPalindrome(_ text: String) -> Bool {
                    let turned = String(text.reversed())
                    return text == text
                }
                """),
        RepairCase(
            "a run is not closed",
            """
                    }
                }
                return result
            """,
            """
                    }
                }
                result += piece
                return result
            """,
            source: """
                func doubledLetters(_ text: String) -> String {
                    var result = ""
                    var piece = ""
                    for letter in text {
                        piece.append(letter)
                        if piece.count == 2 {
                            result += piece
                            piece = ""
                        }
                    }
                    return result
                }
                """),
    ]
}
