// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/importinputs.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sightglass::grafana {
namespace {

struct Constant
{
    std::string reference; ///< "${VAR_X}"
    std::string value;
};

/// Values are not scanned again, so that they cannot grow each other without end; `room` bounds what they
/// add.
void replaceAll(std::string &text, const Constant &constant, std::size_t &room)
{
    std::size_t at = text.find(constant.reference);
    while (at != std::string::npos && constant.value.size() <= room) {
        room -= constant.value.size();
        text.replace(at, constant.reference.size(), constant.value);
        at = text.find(constant.reference, at + constant.value.size());
    }
}

void replaceIn(Json &value, const std::vector<Constant> &constants, std::size_t &room)
{
    if (auto *text = value.get_ptr<Json::string_t *>()) {
        if (text->find("${") != std::string::npos) {
            for (const Constant &constant : constants)
                replaceAll(*text, constant, room);
        }
        return;
    }
    if (!value.is_structured())
        return;
    for (Json &item : value)
        replaceIn(item, constants, room);
}

/// Sizes of models that panels have in common, and what may still be copied.
class ModelCopies
{
public:
    [[nodiscard]] bool take(const Json &model)
    {
        const auto [known, fresh] = m_sizes.try_emplace(&model, 0);
        if (fresh)
            known->second = model.dump().size();
        if (known->second > m_room)
            return false;
        m_room -= known->second;
        return true;
    }

private:
    std::map<const Json *, std::size_t> m_sizes;
    std::size_t m_room = std::size_t{16} << 20U;
};

void resolve(Json &panel, const Json *elements, ModelCopies &copies, Migration &migration)
{
    const Json *reference = find(panel, "libraryPanel");
    if (reference == nullptr || !reference->is_object() || !textIn(panel, "type").empty())
        return;
    const std::string_view uid = textIn(*reference, "uid");
    const Json *model = elements == nullptr ? nullptr : find(*elements, {uid, "model"});
    if (model == nullptr)
        model = find(*reference, "model"); // as Grafana 8 wrote it
    if (model == nullptr || !model->is_object() || !copies.take(*model)) {
        migration.lose(panel, "/libraryPanel",
                       {"libraryPanel", "The library panel's model is not part of the file."});
        set(panel, "type", "library-panel");
        return;
    }
    const Json copy = *model;
    for (const auto &[key, value] : copy.items()) {
        if (find(panel, key) == nullptr && key != "libraryPanel" && key != "panels")
            set(panel, key, value);
    }
    erase(*find(panel, "libraryPanel"), "model");
}

} // namespace

void applyInputs(Json &dashboard)
{
    Json *inputs = find(dashboard, "__inputs");
    if (inputs == nullptr)
        return;
    // Limits on what is put in keep a small file from becoming a huge one.
    constexpr std::size_t longestConstant = 4096;
    std::size_t room = std::size_t{1} << 20U;
    std::vector<Constant> constants;
    Json kept = Json::array();
    forEachObject(inputs, [&](Json &input) {
        const std::string name(textIn(input, "name"));
        const std::string value = scalarText(find(input, "value"));
        if (textIn(input, "type") != "constant" || name.empty() || value.size() > longestConstant)
            kept.push_back(std::move(input));
        else
            constants.push_back({"${" + name + "}", value});
    });
    erase(dashboard, "__inputs");
    if (!constants.empty())
        replaceIn(dashboard, constants, room);
    if (!kept.empty())
        set(dashboard, "__inputs", std::move(kept));
}

void resolveLibraryPanels(Json &dashboard, Migration &migration)
{
    const Json elements = take(dashboard, "__elements");
    ModelCopies copies;
    forEachPanel(dashboard, [&](Json &panel) { resolve(panel, &elements, copies, migration); });
}

} // namespace sightglass::grafana
