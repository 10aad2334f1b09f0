// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/script.h"

#include "model/query/promqltest/evalexpectations.h"
#include "model/query/promqltest/words.h"
#include "parser/base/asciicase.h"
#include "parser/base/durationtext.h"

#include <utility>

namespace sightglass::promqltest {

namespace {

/// A block's lines: the command and its body, trimmed.
struct Block
{
    std::size_t firstLine = 1;
    std::size_t indentation = 0; ///< blanks before the command
    std::vector<std::string_view> lines;
};

std::vector<Block> splitBlocks(std::string_view text)
{
    std::vector<Block> blocks;
    bool open = false;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view whole = text.substr(0, end);
        const std::string_view line = trimmed(whole);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        // A comment ends a block as an empty line does.
        if (line.empty() || line.front() == '#') {
            open = false;
            continue;
        }
        const std::string word = asciiLower(firstWord(line));
        const bool isCommand = word == "clear" || word.starts_with("load") || word.starts_with("eval");
        if (!open || word == "clear") {
            blocks.push_back({number, static_cast<std::size_t>(line.data() - whole.data()), {}});
            open = isCommand && word != "clear";
        }
        blocks.back().lines.push_back(line);
    }
    return blocks;
}

/// `index` is that of the block's line with the problem.
Command invalid(const Block &block, std::string problem, std::size_t index = 0)
{
    Command command;
    command.line = block.firstLine + index;
    command.problem = std::move(problem);
    return command;
}

Command parseLoad(const Block &block)
{
    std::string_view header = block.lines.front();
    Command command;
    command.kind = Command::Kind::Load;
    command.line = block.firstLine;
    command.load.line = block.firstLine;
    command.load.customBuckets = asciiLower(takeWord(header)) == "load_with_nhcb";
    const auto step = parseDurationMs(trimmed(header));
    if (!step)
        return invalid(block, "invalid step: " + std::string(header));
    command.load.stepMs = *step;
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
        auto series = parseSeriesDescription(block.lines[i]);
        if (!series)
            return invalid(block, plainText(series.error()), i);
        command.load.series.push_back(std::move(*series));
    }
    return command;
}

std::optional<TimestampMs> takeTime(std::string_view &header, std::string_view keyword)
{
    if (asciiLower(takeWord(header)) != keyword)
        return std::nullopt;
    return parseDurationMs(takeWord(header));
}

bool parseTimes(std::string_view &header, EvalCommand &eval)
{
    const std::string kind = asciiLower(takeWord(header));
    eval.range = kind == "range";
    if (!eval.range) {
        const auto at = takeTime(header, "at");
        if (kind != "instant" || !at)
            return false;
        eval.steps = {*at, *at, 0};
        return true;
    }
    const auto from = takeTime(header, "from");
    const auto to = takeTime(header, "to");
    const auto step = takeTime(header, "step");
    if (!from || !to || !step)
        return false;
    eval.steps = {*from, *to, *step};
    return *to >= *from;
}

Command parseEval(const Block &block)
{
    std::string_view header = block.lines.front();
    Command command;
    command.kind = Command::Kind::Eval;
    command.line = block.firstLine;
    EvalCommand &eval = command.eval;
    eval.line = block.firstLine;
    const std::string verb = asciiLower(takeWord(header));
    if (!parseTimes(header, eval))
        return invalid(block, "malformed eval: " + std::string(block.lines.front()));
    header = trimmed(header);
    const std::string_view line = block.lines.front();
    const auto before = header.empty() ? line.size() : static_cast<std::size_t>(header.data() - line.data());
    eval.column = block.indentation + before + 1;
    eval.expr = header;
    if (verb == "eval_fail")
        eval.failure = TextExpectation{};
    else if (verb == "eval_warn")
        eval.warnings.texts.emplace_back();
    else if (verb == "eval_info")
        eval.infos.texts.emplace_back();
    else if (verb == "eval_ordered")
        eval.ordered = true;
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
        const auto read = parseExpectation(block.lines[i], eval);
        if (!read)
            return invalid(block, plainText(read.error()), i);
    }
    if (eval.warnings.contradicts() || eval.infos.contradicts())
        return invalid(block, "annotations are expected and refused at once");
    return command;
}

} // namespace

std::vector<Command> parseScript(std::string_view text)
{
    std::vector<Command> commands;
    for (const Block &block : splitBlocks(text)) {
        const std::string word = asciiLower(firstWord(block.lines.front()));
        if (word == "clear") {
            Command command;
            command.kind = Command::Kind::Clear;
            command.line = block.firstLine;
            commands.push_back(std::move(command));
        } else if (word.starts_with("load")) {
            commands.push_back(parseLoad(block));
        } else if (word.starts_with("eval")) {
            commands.push_back(parseEval(block));
        } else {
            commands.push_back(invalid(block, "invalid command: " + std::string(block.lines.front())));
        }
    }
    return commands;
}

} // namespace sightglass::promqltest
