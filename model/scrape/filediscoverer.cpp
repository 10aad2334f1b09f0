// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filediscoverer.h"

#include "model/scrape/configfiles.h"
#include "parser/config/filepattern.h"
#include "parser/config/targetgroups.h"

#include <algorithm>
#include <climits>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr qint64 maxFileBytes = qint64{16} << 20;

bool isJson(std::string_view path)
{
    return path.ends_with(".json") || path.ends_with(".JSON");
}

/// Errors are told with the file that they are in: a discoverer may read many, and a place of its own would
/// be taken for one in the configuration.
Error within(const std::string &file, Error error)
{
    if (error.code == ErrorCode::FileUnreadable)
        return error;
    const std::string place = error.position.line == 0 ? std::string()
                                                       : ":" + std::to_string(error.position.line) + ":" +
                                                             std::to_string(error.position.column);
    return {ErrorCode::ConfigValue, {file + place + ": " + plainText(error)}, {}, {}};
}

Result<std::vector<TargetGroup>> readGroups(const std::string &file)
{
    Result<std::string> text = readTextFile(QString::fromStdString(file), maxFileBytes);
    if (!text)
        return std::move(text).error();
    const TargetGroupFormat format = isJson(file) ? TargetGroupFormat::Json : TargetGroupFormat::Yaml;
    Result<std::vector<TargetGroup>> groups = parseTargetGroups(*text, format, file);
    if (!groups)
        return within(file, std::move(groups).error());
    for (TargetGroup &group : *groups) {
        std::erase_if(group.labels, [](const Label &label) { return label.name == "__meta_filepath"; });
        group.labels.push_back({"__meta_filepath", file});
    }
    return groups;
}

} // namespace

FileDiscoverer::FileDiscoverer(FileDiscovery config, QObject *parent)
    : Discoverer(parent)
    , m_config(std::move(config))
    , m_reading([this](Files files) { take(std::move(files)); })
{
    m_refresh.setInterval(static_cast<int>(std::clamp<std::int64_t>(m_config.refreshMs, 1, INT_MAX)));
    connect(&m_watch, &FileWatch::changed, this, &FileDiscoverer::start);
    connect(&m_refresh, &QTimer::timeout, this, &FileDiscoverer::start);
}

void FileDiscoverer::start()
{
    m_refresh.start();
    m_reading.startAgain([config = m_config] { return readAll(config); });
}

FileDiscoverer::Files FileDiscoverer::readAll(const FileDiscovery &config)
{
    Files files;
    for (const std::string &pattern : config.files) {
        for (const QString &file : matchingFiles(pattern))
            files.insert_or_assign(file.toStdString(), readGroups(file.toStdString()));
    }
    return files;
}

void FileDiscoverer::take(Files files)
{
    watch(files);
    std::erase_if(m_good, [&files](const auto &good) { return !files.contains(good.first); });
    std::vector<Error> problems;
    for (auto &[file, groups] : files) {
        if (groups)
            m_good[file] = *std::move(groups);
        else
            problems.push_back(std::move(groups).error());
    }
    std::vector<TargetGroup> all;
    for (const auto &[file, groups] : m_good)
        all.insert(all.end(), groups.begin(), groups.end());
    found(std::move(all), std::move(problems));
}

void FileDiscoverer::watch(const Files &files)
{
    // A file that was replaced is no longer watched, so all are named anew; the folders tell of new files.
    QStringList paths;
    for (const std::string &pattern : m_config.files)
        paths += QString::fromStdString(splitFilePattern(pattern).directory);
    for (const auto &[file, groups] : files)
        paths += QString::fromStdString(file);
    m_watch.watch(paths);
}

} // namespace sightglass
