// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// Lists the paths that a description asks for. See FieldSource.
class MemberCollector
{
public:
    static constexpr bool reading = false;
    static constexpr bool writing = false;

    MemberCollector(std::string path, std::vector<std::string> &paths)
        : m_path(std::move(path))
        , m_paths(paths)
    {}

    template<typename... Rest>
    void field(std::string_view name, Rest &&...)
    {
        m_paths.push_back(pathOf(name));
    }
    template<typename T>
    void unsupported(std::string_view name, const T &)
    {
        m_paths.push_back(pathOf(name));
    }
    template<typename T>
    void list(std::string_view name, const T &)
    {
        m_paths.push_back(pathOf(name));
    }
    template<typename Describe>
    void object(std::string_view name, const Describe &describe)
    {
        MemberCollector inner(pathOf(name), m_paths);
        describe(inner);
    }
    template<typename Describe>
    void whole(std::string_view name, const Describe &describe)
    {
        object(name, describe);
    }
    template<typename T, typename Describe>
    void objects(std::string_view name, std::vector<T> &, const Describe &describe)
    {
        m_paths.push_back(pathOf(name));
        MemberCollector inner(pathOf(name), m_paths);
        T item{};
        describe(inner, item);
    }
    template<typename Value>
    void put(std::string_view name, Value &&)
    {
        m_paths.push_back(pathOf(name));
    }

private:
    [[nodiscard]] std::string pathOf(std::string_view name) const { return m_path + '/' + std::string(name); }

    std::string m_path;
    std::vector<std::string> &m_paths;
};

} // namespace sightglass::grafana
