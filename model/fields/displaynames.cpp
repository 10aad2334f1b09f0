// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/displaynames.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::string_view plainValueName = "Value";

bool namesDiffer(std::span<const Frame> frames)
{
    return std::any_of(frames.begin(), frames.end(),
                       [&frames](const Frame &frame) { return frame.name != frames.front().name; });
}

/// The one name that all labels of all fields have; empty where there are several or none.
std::string_view onlyLabelName(std::span<const Frame> frames)
{
    std::string_view only;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (const LabelView label : field.labels) {
                if (!only.empty() && label.name != only)
                    return {};
                only = label.name;
            }
        }
    }
    return only;
}

/// Fields of one frame with one name are numbered in their order.
std::string uniqueName(const Field &field, const Frame &frame)
{
    std::size_t before = 0;
    std::size_t all = 0;
    bool past = false;
    for (const Field &other : frame.fields) {
        past = past || &other == &field;
        if (other.name == field.name)
            ++(past ? all : before);
    }
    all += before;
    return all > 1 && past ? field.name + " " + std::to_string(before + 1) : field.name;
}

void append(std::string &text, std::string_view part)
{
    if (part.empty())
        return;
    if (!text.empty())
        text += ' ';
    text.append(part);
}

/// The name of the label in "labels.x", "labels["x"]" and "labels['x']".
std::string_view labelOf(std::string_view path)
{
    path.remove_prefix(std::string_view("labels").size());
    if (path.starts_with('.'))
        return path.substr(1);
    const bool quoted = path.size() > 4 && path.starts_with('[') && path.ends_with(']');
    return quoted ? path.substr(2, path.size() - 4) : std::string_view{};
}

} // namespace

DisplayNames::DisplayNames(std::span<const Frame> frames)
    : m_framesDiffer(namesDiffer(frames))
    , m_onlyLabel(onlyLabelName(frames))
{}

std::string DisplayNames::of(const Field &field, const Frame &frame) const
{
    if (field.config.displayName && !field.config.displayName->empty())
        return filledIn(*field.config.displayName, field, frame);
    return ownName(field, frame);
}

/// The name that a field has by itself, whatever it is configured to be called.
std::string DisplayNames::ownName(const Field &field, const Frame &frame) const
{
    if (!field.legend.empty())
        return field.legend;
    if (field.type == FieldType::Time && field.labels.empty())
        return field.name.empty() ? "Time" : field.name;
    std::string text;
    const bool plain = field.name.empty() || field.name == plainValueName;
    const bool framed = m_framesDiffer && !frame.name.empty();
    if (framed)
        append(text, frame.name);
    if (!plain)
        append(text, field.name);
    const std::string labels =
        m_onlyLabel.empty() ? labelList(field.labels) : std::string(field.labels.value(m_onlyLabel));
    append(text, labels);
    if (!framed && labels.empty() && field.name == plainValueName)
        append(text, frame.name);
    if (text.empty())
        text = field.name.empty() ? std::string(plainValueName) : field.name;
    return text == field.name ? uniqueName(field, frame) : text;
}

/// What ${name} stands for in a configured name; nothing for what is none of ours.
std::optional<std::string> DisplayNames::macro(std::string_view name, const Field &field,
                                               const Frame &frame) const
{
    constexpr std::string_view fieldPrefix = "__field.";
    if (name == "__series.name")
        return frameDisplayName(frame);
    if (!name.starts_with(fieldPrefix))
        return std::nullopt;
    name.remove_prefix(fieldPrefix.size());
    if (name == "name")
        return field.name;
    if (name == "displayName")
        return ownName(field, frame);
    if (name == "labels" || name == "formattedLabels")
        return labelList(field.labels);
    if (name.starts_with("labels"))
        return std::string(field.labels.value(labelOf(name)));
    return std::nullopt;
}

std::string DisplayNames::filledIn(std::string_view text, const Field &field, const Frame &frame) const
{
    std::string result;
    while (!text.empty()) {
        const std::size_t begin = text.find("${");
        const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
        if (end == std::string_view::npos)
            break;
        const auto value = macro(text.substr(begin + 2, end - begin - 2), field, frame);
        result.append(text.substr(0, begin));
        result += value ? *value : std::string(text.substr(begin, end - begin + 1));
        text.remove_prefix(end + 1);
    }
    return result.append(text);
}

std::string labelList(const Labels &labels)
{
    std::string text;
    for (const LabelView label : labels) {
        text += text.empty() ? "{" : ", ";
        text.append(label.name).append("=\"").append(label.value).append("\"");
    }
    return text.empty() ? text : text + "}";
}

std::string frameDisplayName(const Frame &frame)
{
    if (!frame.name.empty())
        return frame.name;
    const auto labelled = [](const Field &field) { return !field.labels.empty(); };
    if (std::count_if(frame.fields.begin(), frame.fields.end(), labelled) == 1)
        return labelList(std::find_if(frame.fields.begin(), frame.fields.end(), labelled)->labels);
    return "Series (" + frame.refId + ")";
}

std::string displayName(const Field &field, const Frame &frame, const std::vector<Frame> &frames)
{
    return DisplayNames(frames.empty() ? std::span(&frame, 1) : std::span(frames)).of(field, frame);
}

} // namespace sightglass
