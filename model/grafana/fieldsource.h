// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldcodec.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/importnotes.h"
#include "model/grafana/keptmembers.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// Where a member stands: as a pointer into the text and as a path of features.
struct MemberPlace
{
    std::string pointer;
    std::string path;

    [[nodiscard]] MemberPlace member(std::string_view name) const;
    [[nodiscard]] MemberPlace item(std::size_t index) const;
};

/// Reads the members of one JSON object as its description asks for them. What is absent or null stays as it
/// is; what has another type than it should, and, once finish() is called, what nobody asked for, is told and
/// kept to be written back.
/// FieldSink writes by the same descriptions, MemberCollector lists them.
class FieldSource
{
public:
    static constexpr bool reading = true;
    static constexpr bool writing = false;

    FieldSource(const Json &object, MemberPlace place, ImportNotes &notes);

    /// A value with what Grafana takes where it is absent.
    template<typename T>
    void field(std::string_view name, T &out, const T &standard)
    {
        if (const Json *json = take(name)) {
            const MemberPlace place = m_place.member(name);
            if (auto value = fromJson<T>(*json))
                out = std::move(*value);
            else
                loseAndKeep(name, "The value is not one that is known.");
            if (out != standard)
                m_notes.used(place.pointer, place.path);
        }
    }

    template<typename T>
    void field(std::string_view name, std::optional<T> &out)
    {
        if (const Json *json = take(name)) {
            const MemberPlace place = m_place.member(name);
            out = fromJson<T>(*json);
            if (out)
                m_notes.used(place.pointer, place.path);
            else
                loseAndKeep(name, "The value is not one that is known.");
        }
    }

    /// A value that is not honoured: told where it is not the standard.
    template<typename T>
    void unsupported(std::string_view name, const T &standard)
    {
        const Json *json = take(name);
        if (json != nullptr && fromJson<T>(*json) != standard)
            loseAndKeep(name, "This is not drawn here.");
    }

    template<typename T>
    void list(std::string_view name, std::vector<T> &out)
    {
        const Json *json = take(name);
        if (json == nullptr)
            return;
        const MemberPlace place = m_place.member(name);
        if (!json->is_array())
            return loseAndKeep(name, "This is no list.");
        std::size_t index = 0;
        for (const Json &item : *json) {
            if (auto value = fromJson<T>(item))
                out.push_back(std::move(*value));
            else {
                m_notes.lose(place.item(index).pointer, place.path, "The value is not one that is known.");
                keepWhole(name);
            }
            ++index;
        }
        if (!out.empty())
            m_notes.used(place.pointer, place.path);
    }

    /// A member that is an object, read by `describe(FieldSource &)`.
    template<typename Describe>
    void object(std::string_view name, const Describe &describe)
    {
        if (const Json *json = take(name)) {
            FieldSource source(*json, m_place.member(name), m_notes);
            describe(source);
            source.finish();
            addKept(m_kept, name, source.takeKept());
            if (!json->is_object())
                keep(name);
        }
    }

    /// A list of objects, each read by `describe(FieldSource &, T &)`.
    template<typename T, typename Describe>
    void objects(std::string_view name, std::vector<T> &out, const Describe &describe)
    {
        const Json *json = take(name);
        if (json == nullptr)
            return;
        const MemberPlace place = m_place.member(name);
        if (!json->is_array())
            return loseAndKeep(name, "This is no list.");
        Json kept;
        for (std::size_t i = 0; i < json->size(); ++i) {
            FieldSource source((*json)[i], place.item(i), m_notes);
            T &item = out.emplace_back();
            describe(source, item);
            source.finish();
            if constexpr (requires { item.kept; })
                item.kept = keptText(prunedKept(source.takeKept(), written(item, describe)));
            else
                addKept(kept, std::to_string(i), source.takeKept());
        }
        if (!kept.is_null()) {
            kept[std::string(keptItems)] = json->size();
            addKept(m_kept, name, std::move(kept));
        }
    }

    /// The member as it is, or null; for what no description can say.
    [[nodiscard]] const Json *raw(std::string_view name) { return take(name); }
    [[nodiscard]] MemberPlace placeOf(std::string_view name) const { return m_place.member(name); }
    [[nodiscard]] const MemberPlace &place() const noexcept { return m_place; }
    [[nodiscard]] ImportNotes &notes() const noexcept { return m_notes; }

    /// Keeps the member as it is, to be written back where nothing else is written by that name.
    void keep(std::string_view name);
    /// The same where what it was read into is written: instead of it, as long as nobody changes that.
    void keepWhole(std::string_view name);
    void loseAndKeep(std::string_view name, std::string_view reason);

    /// Tells of members that nobody asked for.
    void finish();
    /// What is to be written back, of this object and of those below it; null for nothing. Behind finish().
    [[nodiscard]] Json takeKept() { return std::move(m_kept); }

private:
    template<typename T, typename Describe>
    static OrderedJson written(T &item, const Describe &describe)
    {
        OrderedJson json = OrderedJson::object();
        FieldSink sink(json);
        describe(sink, item);
        return json;
    }

    const Json *take(std::string_view name);

    const Json &m_object;
    MemberPlace m_place;
    ImportNotes &m_notes;
    std::set<std::string, std::less<>> m_asked;
    Json m_kept;
};

} // namespace sightglass::grafana
