// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/completionchoices.h"

#include "model/assist/textmatch.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/findingtext.h"
#include "widgets/editors/textoffsets.h"

#include <QCoreApplication>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::CompletionChoices)
};

constexpr qsizetype longestText = 200;

struct Mark
{
    const char16_t *letter;
    SemanticColor color;
};

Mark markOf(Completion::Kind kind)
{
    switch (kind) {
    case Completion::Kind::Metric:
        return {u"m", SemanticColor::Good};
    case Completion::Kind::Function:
        return {u"ƒ", SemanticColor::Info};
    case Completion::Kind::Aggregation:
        return {u"Σ", SemanticColor::Info};
    case Completion::Kind::Keyword:
    case Completion::Kind::Operator:
        return {u"k", SemanticColor::Neutral};
    case Completion::Kind::Label:
        return {u"L", SemanticColor::Notice};
    case Completion::Kind::LabelValue:
        return {u"v", SemanticColor::Notice};
    case Completion::Kind::Duration:
        return {u"t", SemanticColor::Warning};
    }
    return {u"", SemanticColor::Neutral};
}

QString typeText(const Completion &completion)
{
    const int count = static_cast<int>(std::min<std::size_t>(completion.series, 1'000'000));
    switch (completion.kind) {
    case Completion::Kind::Metric:
        return metricTypeText(completion.type);
    case Completion::Kind::Function:
        return Texts::tr("function");
    case Completion::Kind::Aggregation:
        return Texts::tr("aggregation");
    case Completion::Kind::Keyword:
        return Texts::tr("keyword");
    case Completion::Kind::Label:
        return count > 0 ? Texts::tr("%n value(s)", nullptr, count) : Texts::tr("label");
    case Completion::Kind::LabelValue:
        return Texts::tr("%n series", nullptr, count);
    case Completion::Kind::Operator:
    case Completion::Kind::Duration:
        break;
    }
    return {};
}

} // namespace

std::vector<Choice> choicesOf(const CompletionList &list)
{
    std::vector<Choice> choices;
    choices.reserve(list.items.size());
    for (const Completion &completion : list.items) {
        Choice choice;
        choice.text = displayText(completion.text, longestText);
        const QString written =
            QString::fromUtf8(completion.text.data(), static_cast<qsizetype>(completion.text.size()));
        // Where the shown text is not the written one, places in it would be wrong.
        if (choice.text == written) {
            const TextOffsets offsets(written);
            for (const std::size_t byte : matchedBytes(list.typed, completion.text))
                choice.matched << offsets.positionAt(byte);
        }
        const Mark mark = markOf(completion.kind);
        choice.mark = QString::fromUtf16(mark.letter);
        choice.markColor = mark.color;
        choice.type = typeText(completion);
        choice.unit = displayText(completion.unit, 20);
        choice.help = completion.kind == Completion::Kind::Metric ? displayText(completion.help)
                      : completion.help.empty()                   ? QString()
                                                                  : wordDocText(completion.help.c_str());
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace sightglass
