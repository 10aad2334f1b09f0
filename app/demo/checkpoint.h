// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/job.h"
#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass::demo {

/// A job as it is kept on disk: its entity is looked up again, its times begin anew.
struct SavedJob
{
    Event event;
    std::vector<ActionType> actions;
    unsigned failures = 0;
    unsigned redrives = 0;

    friend bool operator==(const SavedJob &, const SavedJob &) = default;
};

/// Everything needed to go on after a stop or a crash without losing an event.
struct Checkpoint
{
    /// Events below this id have been read; those not done with are among the jobs.
    EventId nextEvent = 1;
    std::vector<EventId> recentEvents;
    std::vector<EntityId> hottestEntities;
    std::vector<SavedJob> jobs;
    std::vector<SavedJob> deadLetters;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

[[nodiscard]] SavedJob saved(const Job &job);

/// One line of header with version, length and checksum of what follows, then JSON.
[[nodiscard]] std::string encode(const Checkpoint &checkpoint);
/// Errors: FileUnreadable where the header, the length, the checksum or the JSON is wrong, with the path
/// given.
[[nodiscard]] Result<Checkpoint> decode(std::string_view bytes, const std::string &path);

/// The checkpoint in a file. For one thread at a time.
class CheckpointFile
{
public:
    explicit CheckpointFile(std::string path);

    /// Replaces the file as a whole: after a crash there is the old checkpoint or the new one, never half of
    /// one. Errors: FileUnreadable with path and reason.
    [[nodiscard]] Status save(const Checkpoint &checkpoint) const;
    /// A file that is there but damaged is renamed to *.damaged, so that it is neither read again nor lost.
    /// Errors: FileUnreadable with path and reason, also when there is no file: see exists().
    [[nodiscard]] Result<Checkpoint> load() const;
    [[nodiscard]] bool exists() const;
    [[nodiscard]] const std::string &path() const noexcept { return m_path; }

private:
    std::string m_path;
};

} // namespace sightglass::demo
