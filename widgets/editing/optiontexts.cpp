// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optiontexts.h"

#include "widgets/editing/optionstrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("options", text);
}

template<typename Table>
const char *entryOf(const Table &table, std::string_view key)
{
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [key](const auto &entry) { return entry.first == key; });
    return found == std::end(table) ? nullptr : found->second;
}

/// "xTickLabelRotation" as "X tick label rotation".
QString readable(std::string_view name)
{
    QString text;
    for (const char c : name) {
        const QChar letter = QLatin1Char(c);
        if (c == '_' || c == '-')
            text += u' ';
        else if (letter.isUpper() && !text.isEmpty())
            text += QStringLiteral(" ") + letter.toLower();
        else
            text += text.isEmpty() ? letter.toUpper() : letter;
    }
    return text;
}

struct Group
{
    std::string_view prefix;
    const char *title;
};

/// The first that fits.
constexpr std::array<Group, 22> groups = {{
    {"/legend", QT_TRANSLATE_NOOP("options", "Legend")},
    {"/tooltip", QT_TRANSLATE_NOOP("options", "Tooltip")},
    {"/reduceOptions", QT_TRANSLATE_NOOP("options", "Value")},
    {"/text/", QT_TRANSLATE_NOOP("options", "Text sizes")},
    {"/calculat", QT_TRANSLATE_NOOP("options", "Buckets")},
    {"/rowsFrame", QT_TRANSLATE_NOOP("options", "Buckets")},
    {"/yAxis", QT_TRANSLATE_NOOP("options", "Axis")},
    {"/cell", QT_TRANSLATE_NOOP("options", "Cells")},
    {"/filterValues", QT_TRANSLATE_NOOP("options", "Cells")},
    {"/stateFilter", QT_TRANSLATE_NOOP("options", "States")},
    {"/color/seriesBy", QT_TRANSLATE_NOOP("options", "Standard options")},
    {"/color/fixedColor", QT_TRANSLATE_NOOP("options", "Standard options")},
    {"/color/mode", QT_TRANSLATE_NOOP("options", "Standard options")},
    {"/color", QT_TRANSLATE_NOOP("options", "Colours")},
    {"/thresholds", QT_TRANSLATE_NOOP("options", "Thresholds")},
    {"/mappings", QT_TRANSLATE_NOOP("options", "Value mappings")},
    {"/links", QT_TRANSLATE_NOOP("options", "Links")},
    {"/custom/axis", QT_TRANSLATE_NOOP("options", "Axis")},
    {"/custom/scaleDistribution", QT_TRANSLATE_NOOP("options", "Axis")},
    {"/custom/thresholdsStyle", QT_TRANSLATE_NOOP("options", "Thresholds")},
    {"/custom/hideFrom", QT_TRANSLATE_NOOP("options", "Hidden")},
    {"/custom", QT_TRANSLATE_NOOP("options", "Graph styles")},
}};

constexpr std::array<std::string_view, 8> standardFields = {
    "/displayName", "/description", "/unit", "/decimals", "/min", "/max", "/fieldMinMax", "/noValue"};

} // namespace

bool hasOptionLabel(std::string_view pointer)
{
    return entryOf(optionstrings::labels, pointer) != nullptr;
}

QString optionLabel(std::string_view pointer)
{
    const char *label = entryOf(optionstrings::labels, pointer);
    return label != nullptr ? translated(label) : readable(pointer.substr(pointer.rfind('/') + 1));
}

QString optionGroup(std::string_view pointer)
{
    for (const Group &group : groups) {
        if (pointer.starts_with(group.prefix))
            return translated(group.title);
    }
    if (std::ranges::find(standardFields, pointer) != standardFields.end())
        return translated(QT_TRANSLATE_NOOP("options", "Standard options"));
    return translated(QT_TRANSLATE_NOOP("options", "Panel"));
}

bool hasChoiceLabel(std::string_view word)
{
    return entryOf(optionstrings::words, word) != nullptr;
}

QString choiceLabel(std::string_view pointer, std::string_view word)
{
    // The same word as what takes a tooltip away.
    if (pointer == "/tooltip/mode" && word == "none")
        return translated(QT_TRANSLATE_NOOP("options", "Nothing"));
    const char *label = entryOf(optionstrings::words, word);
    return label != nullptr ? translated(label) : readable(word);
}

QString calculationLabel(std::string_view id)
{
    const char *label = entryOf(optionstrings::calculations, id);
    return label != nullptr ? translated(label) : readable(id);
}

const std::vector<std::string> &offeredCalculations()
{
    static const auto ids = [] {
        std::vector<std::string> all;
        for (const auto &[id, label] : optionstrings::calculations)
            all.emplace_back(id);
        return all;
    }();
    return ids;
}

} // namespace sightglass
