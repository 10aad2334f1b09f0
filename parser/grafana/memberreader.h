// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace sightglass::grafana {

/// Reads the members of one object and knows which were asked for: the others go, by their places, into what
/// is left over. As FieldSource for what is not of the one form.
class MemberReader
{
public:
    /// `path` is the object's place, a pointer without its first "/"; `left` is an object of such paths and
    /// the values there. What is no object is left over itself, once finish() is called. Both must outlive
    /// it.
    MemberReader(const Json &object, std::string path, Json &left);

    /// Null where it is absent or null.
    [[nodiscard]] const Json *take(std::string_view name);
    [[nodiscard]] std::string_view text(std::string_view name) { return textOf(take(name)); }
    /// The member to be read in its turn; of one that is absent nothing is read.
    [[nodiscard]] MemberReader object(std::string_view name);
    /// Puts members that are there into `to`; what stands there by that name is left over.
    void copy(std::initializer_list<std::string_view> names, Json &to);
    void copyAs(std::string_view name, Json &to, std::string_view as);

    /// Calls `function(MemberReader &)` for each object of a list and tells finish() of it, and
    /// `stranger(const Json &, const std::string &path)` for what is no object. What is no list is left over.
    template<typename Function, typename Stranger>
    void items(std::string_view name, const Function &function, const Stranger &stranger)
    {
        const Json *list = take(name);
        if (list == nullptr)
            return;
        if (!list->is_array())
            return leave(name);
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (!(*list)[i].is_object()) {
                stranger((*list)[i], pathOf(name) + '/' + std::to_string(i));
                continue;
            }
            MemberReader item((*list)[i], pathOf(name) + '/' + std::to_string(i), m_left);
            function(item);
            item.finish();
        }
    }
    /// What is no object is left over, too.
    template<typename Function>
    void items(std::string_view name, const Function &function)
    {
        items(name, function, [this](const Json &stranger, const std::string &path) {
            if (!isEmptyValue(&stranger))
                m_left[path] = stranger;
        });
    }

    /// Leaves over what was asked for and is not understood.
    void leave(std::string_view name);
    /// Leaves over all that nobody asked for.
    void finish();

    [[nodiscard]] const Json &json() const noexcept { return m_object; }
    [[nodiscard]] const std::string &path() const noexcept { return m_path; }
    [[nodiscard]] std::string pathOf(std::string_view name) const;
    [[nodiscard]] Json &left() const noexcept { return m_left; }

private:
    const Json &m_object;
    std::string m_path;
    Json &m_left;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace sightglass::grafana
