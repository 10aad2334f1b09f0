// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optiontexts.h"

#include "widgets/editing/optionstrings.h"
#include "widgets/editing/settingstrings.h"
#include "widgets/editing/transformstrings.h"

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

const char *labelOf(std::string_view key)
{
    using namespace optionstrings;
    const char *label = entryOf(labels, key);
    label = label != nullptr ? label : entryOf(settingLabels, key);
    return label != nullptr ? label : entryOf(transformLabels, key);
}

const char *wordAlone(std::string_view word)
{
    using namespace optionstrings;
    const char *label = entryOf(words, word);
    label = label != nullptr ? label : entryOf(settingWords, word);
    return label != nullptr ? label : entryOf(transformWords, word);
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
    return labelOf(pointer) != nullptr;
}

QString optionLabel(std::string_view pointer)
{
    const char *label = labelOf(pointer);
    return label != nullptr ? translated(label) : readable(pointer.substr(pointer.rfind('/') + 1));
}

bool hasOptionLabel(const OptionField &field)
{
    return hasOptionLabel(field.key.empty() ? std::string_view(field.pointer) : field.key);
}

QString optionLabel(const OptionField &field)
{
    if (field.key.empty())
        return optionLabel(field.pointer);
    const char *label = labelOf(field.key);
    if (label != nullptr)
        return translated(label);
    const std::string_view key = field.key;
    return readable(key.substr(key.find_last_of(":/") + 1));
}

QString optionHint(const OptionField &field)
{
    const char *hint = entryOf(optionstrings::settingHints, field.key);
    return hint != nullptr ? translated(hint) : QString();
}

QString optionGroup(const OptionField &field)
{
    const std::string_view pointer = field.pointer;
    if (!field.key.empty())
        return field.group.empty() ? QString() : optionLabel(std::string_view(field.group));
    for (const Group &group : groups) {
        if (pointer.starts_with(group.prefix))
            return translated(group.title);
    }
    if (std::ranges::find(standardFields, pointer) != standardFields.end())
        return translated(QT_TRANSLATE_NOOP("options", "Standard options"));
    return translated(QT_TRANSLATE_NOOP("options", "Panel"));
}

namespace {

/// The same word is another thing in another field.
const char *wordOf(const OptionField &field, std::string_view word)
{
    const std::string_view key = field.key.empty() ? std::string_view(field.pointer) : field.key;
    const std::string own = std::string(key) + "=" + std::string(word);
    const char *label = wordAlone(own);
    return label != nullptr ? label : wordAlone(word);
}

} // namespace

bool hasChoiceLabel(const OptionField &field, std::string_view word)
{
    return wordOf(field, word) != nullptr;
}

QString choiceLabel(const OptionField &field, std::string_view word)
{
    // The same word as what takes a tooltip away.
    if (field.pointer == "/tooltip/mode" && word == "none")
        return translated(QT_TRANSLATE_NOOP("options", "Nothing"));
    const char *label = wordOf(field, word);
    return label != nullptr ? translated(label) : readable(word);
}

bool hasTransformationName(std::string_view id)
{
    return std::ranges::find(optionstrings::transformations, id, &optionstrings::Transformation::id) !=
           std::end(optionstrings::transformations);
}

QString transformationName(std::string_view id)
{
    const auto found =
        std::ranges::find(optionstrings::transformations, id, &optionstrings::Transformation::id);
    return found == std::end(optionstrings::transformations) ? readable(id) : translated(found->name);
}

QString transformationDescription(std::string_view id)
{
    const auto found =
        std::ranges::find(optionstrings::transformations, id, &optionstrings::Transformation::id);
    return found == std::end(optionstrings::transformations) ? QString() : translated(found->description);
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
