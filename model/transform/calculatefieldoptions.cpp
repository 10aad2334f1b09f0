// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/calculatefield.h"
#include "model/transform/calculationtitle.h"

#include <algorithm>

namespace sightglass {

namespace {

enum class Mode : std::uint8_t
{
    ReduceRow,
    Binary,
    Unary,
    Cumulative,
    Window,
    Index
};

constexpr OptionWord<Mode> modes[]{{"reduceRow", Mode::ReduceRow},
                                   {"binary", Mode::Binary},
                                   {"unary", Mode::Unary},
                                   {"cumulativeFunctions", Mode::Cumulative},
                                   {"windowFunctions", Mode::Window},
                                   {"index", Mode::Index}};
constexpr OptionWord<BinaryOperator> binaryOperators[]{{"+", BinaryOperator::Add},
                                                       {"-", BinaryOperator::Subtract},
                                                       {"*", BinaryOperator::Multiply},
                                                       {"/", BinaryOperator::Divide}};
constexpr OptionWord<UnaryOperator> unaryOperators[]{
    {"abs", UnaryOperator::Absolute},        {"exp", UnaryOperator::Exponential},
    {"ln", UnaryOperator::NaturalLogarithm}, {"floor", UnaryOperator::Floor},
    {"ceil", UnaryOperator::Ceiling},        {"round", UnaryOperator::Round}};
constexpr OptionWord<NullsAs> nullModes[]{
    {"null", NullsAs::Null}, {"connected", NullsAs::Ignored}, {"null as zero", NullsAs::Zero}};
constexpr OptionWord<CumulativeCalculation> cumulations[]{{"sum", CumulativeCalculation::Sum},
                                                          {"mean", CumulativeCalculation::Mean}};
constexpr OptionWord<WindowCalculation> windowCalculations[]{{"mean", WindowCalculation::Mean},
                                                             {"stdDev", WindowCalculation::StandardDeviation},
                                                             {"variance", WindowCalculation::Variance}};
constexpr OptionWord<WindowAlignment> alignments[]{{"trailing", WindowAlignment::Trailing},
                                                   {"centered", WindowAlignment::Centered}};
constexpr OptionWord<Windowing::Of> windowSizes[]{{"percentage", Windowing::Of::Share},
                                                  {"fixed", Windowing::Of::Rows}};

/// "word(field)", or the word alone.
std::string called(std::string word, const std::string &field)
{
    if (!field.empty())
        word += "(" + field + ")";
    return word;
}

/// Before Grafana 11.1 an operand was the bare name or number.
Operand readOperand(OptionReader &binary, std::string_view side)
{
    const nlohmann::json *value = binary.value(side);
    if (value == nullptr || !value->is_object())
        return {binary.text(side), Operand::Is::NameOrNumber};
    OptionReader operand = binary.object(side);
    Operand result;
    if (operand.has("matcher")) {
        OptionReader matcher = operand.object("matcher");
        const std::string id = matcher.text("id", "byName");
        result.text = matcher.text("options");
        if (id == "byType")
            result.is = Operand::Is::Type;
        else if (id != "byName")
            matcher.loss("id", "unknown value \"" + id + "\"");
        matcher.finish();
    }
    if (const auto fixed = operand.textOrNone("fixed"); fixed && !operand.has("matcher"))
        result = {*fixed, Operand::Is::Number};
    operand.finish();
    return result;
}

RowReduction readRowReduction(OptionReader options)
{
    RowReduction reduction;
    reduction.include = options.texts("include");
    reduction.calculation = readCalculation(options, "reducer", "sum").value_or(Calculation::Sum);
    reduction.nulls = options.word<NullsAs>("nullValueMode", nullModes, NullsAs::Null);
    options.finish();
    return reduction;
}

BinaryCalculation readBinary(OptionReader options)
{
    BinaryCalculation binary;
    binary.left = readOperand(options, "left");
    binary.right = readOperand(options, "right");
    binary.sign = options.text("operator", "+");
    binary.operation = options.word<BinaryOperator>("operator", binaryOperators, BinaryOperator::Add);
    options.ignore({"reducer"}); // the editor leaves it behind when it changes the mode
    options.finish();
    return binary;
}

UnaryCalculation readUnary(OptionReader options)
{
    UnaryCalculation unary;
    unary.word = options.text("operator", "abs");
    unary.operation = options.word<UnaryOperator>("operator", unaryOperators, UnaryOperator::Absolute);
    unary.field = options.text("fieldName");
    options.finish();
    return unary;
}

CalculateFieldOptions readCumulative(OptionReader options)
{
    Cumulation cumulation;
    cumulation.field = options.text("field");
    cumulation.calculation =
        options.word<CumulativeCalculation>("reducer", cumulations, CumulativeCalculation::Sum);
    const std::string word = options.text("reducer");
    options.finish();
    return {cumulation, {}, called("cumulative " + word, cumulation.field)};
}

CalculateFieldOptions readWindow(OptionReader options)
{
    Windowing window;
    window.field = options.text("field");
    window.calculation =
        options.word<WindowCalculation>("reducer", windowCalculations, WindowCalculation::Mean);
    window.alignment =
        options.word<WindowAlignment>("windowAlignment", alignments, WindowAlignment::Trailing);
    window.of = options.word<Windowing::Of>("windowSizeMode", windowSizes, Windowing::Of::Share);
    window.size = options.number("windowSize", 0.1);
    if (!(window.size > 0))
        options.loss("windowSize", "must be larger than 0");
    const std::string words = options.text("windowAlignment") + " moving " + options.text("reducer");
    options.finish();
    return {window, {}, called(words, window.field)};
}

CalculateFieldOptions readBinaryMode(OptionReader options)
{
    BinaryCalculation binary = readBinary(std::move(options));
    std::string name = binary.left.text + " " + binary.sign + " " + binary.right.text;
    std::erase(name, '$'); // so that no variable is meant by it
    return {std::move(binary), {}, std::move(name)};
}

CalculateFieldOptions readMode(OptionReader &options, Mode mode)
{
    switch (mode) {
    case Mode::Binary:
        return readBinaryMode(options.object("binary"));
    case Mode::Unary: {
        UnaryCalculation unary = readUnary(options.object("unary"));
        std::string name = called(unary.word, unary.field);
        return {std::move(unary), {}, std::move(name)};
    }
    case Mode::Cumulative:
        return readCumulative(options.object("cumulative"));
    case Mode::Window:
        return readWindow(options.object("window"));
    case Mode::Index: {
        OptionReader index = options.object("index");
        const bool asShare = index.flag("asPercentile");
        index.finish();
        return {RowIndex{asShare}, {}, "Row"};
    }
    case Mode::ReduceRow:
        break;
    }
    RowReduction reduction = readRowReduction(options.object("reduce"));
    std::string name = calculationTitle(reduction.calculation);
    return {std::move(reduction), {}, std::move(name)};
}

} // namespace

CalculateFieldOptions readCalculateField(OptionReader &options)
{
    CalculateFieldOptions result = readMode(options, options.word<Mode>("mode", modes, Mode::ReduceRow));
    result.alias = options.text("alias");
    result.replaceFields = options.flag("replaceFields");
    result.timeSeries = options.flag("timeSeries", true);
    // The editor keeps what was set in the other modes.
    options.ignore({"binary", "unary", "reduce", "cumulative", "window", "index"});
    return result;
}

} // namespace sightglass
