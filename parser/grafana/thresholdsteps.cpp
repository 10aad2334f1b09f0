// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/thresholdsteps.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr double base = -std::numeric_limits<double>::infinity();

double boundOf(const Json &step)
{
    return numberIn(step, "value").value_or(base);
}

Json modernStep(const Json &step)
{
    Json modern = step;
    const auto value = numberIn(step, "value");
    set(modern, "value", value ? jsonNumber(*value) : Json());
    if (textIn(step, "color").empty())
        set(modern, "color", "green");
    erase(modern, "index"); // of Grafana 6; the order says it
    return modern;
}

} // namespace

Json thresholdStep(Json value, Json color)
{
    return {{"value", std::move(value)}, {"color", std::move(color)}};
}

Json absoluteThresholds(Json steps)
{
    return {{"mode", "absolute"}, {"steps", std::move(steps)}};
}

std::vector<double> thresholdNumbers(const Json *thresholds)
{
    std::vector<double> numbers;
    const auto add = [&numbers](const Json &item) {
        if (const auto number = numberOf(&item))
            numbers.push_back(*number);
    };
    if (thresholds != nullptr && thresholds->is_array()) {
        for (const Json &item : *thresholds)
            add(item);
        return numbers;
    }
    if (thresholds != nullptr && thresholds->is_number())
        add(*thresholds);
    std::string_view rest = textOf(thresholds);
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        add(Json(rest.substr(0, comma)));
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    return numbers;
}

Json stepsOf(const std::vector<double> &numbers, const Json &colors)
{
    const auto color = [&colors](std::size_t index) -> Json {
        if (colors.is_array() && index < colors.size() && colors[index].is_string())
            return colors[index];
        return "red";
    };
    Json steps = Json::array({thresholdStep(nullptr, color(0))});
    for (std::size_t i = 0; i < numbers.size(); ++i)
        steps.push_back(thresholdStep(jsonNumber(numbers[i]), color(i + 1)));
    return steps;
}

Json modernThresholds(const Json &thresholds)
{
    const Json *steps = thresholds.is_array() ? &thresholds : find(thresholds, "steps");
    std::vector<Json> sorted;
    forEachObject(steps, [&sorted](const Json &step) { sorted.push_back(modernStep(step)); });
    if (sorted.empty())
        return {};
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Json &a, const Json &b) { return boundOf(a) < boundOf(b); });
    set(sorted.front(), "value", nullptr);
    Json modern = thresholds.is_object() ? thresholds : Json::object();
    // A mode that nobody knows is left for the reader, who tells it.
    const std::string_view mode = textIn(thresholds, "mode");
    set(modern, "mode", mode.empty() ? "absolute" : std::string(mode));
    set(modern, "steps", Json(std::move(sorted)));
    return modern;
}

std::string activeColor(const Json &thresholds, double value)
{
    std::string color;
    forEachObject(find(thresholds, "steps"), [&](const Json &step) {
        if (boundOf(step) <= value)
            color = textIn(step, "color");
    });
    return color;
}

} // namespace sightglass::grafana
