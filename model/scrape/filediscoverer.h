// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/backgroundtask.h"
#include "model/scrape/discoverer.h"
#include "model/scrape/filewatch.h"
#include "parser/base/result.h"

#include <QTimer>

#include <map>
#include <string>
#include <vector>

namespace sightglass {

/// file_sd_configs: target groups in files, read again when one of them or its folder changes, and every so
/// often. A broken file keeps the groups that it had; the groups of one that is gone go.
class FileDiscoverer final : public Discoverer
{
    Q_OBJECT

public:
    explicit FileDiscoverer(FileDiscovery config, QObject *parent = nullptr);

    void start() override;

private:
    /// What is in each file now; an Error has its place, and the file's name in front of its text.
    using Files = std::map<std::string, Result<std::vector<TargetGroup>>>;

    static Files readAll(const FileDiscovery &config);
    void take(Files files);
    void watch(const Files &files);

    FileDiscovery m_config;
    BackgroundTask<Files> m_reading;
    std::map<std::string, std::vector<TargetGroup>>
        m_good; ///< of each file, the last groups that could be read
    FileWatch m_watch;
    QTimer m_refresh;
};

} // namespace sightglass
