// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/checkpoint.h"

#include "app/demo/fileerror.h"
#include "app/demo/filereplace.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace sightglass::demo {

namespace {

using nlohmann::json;

constexpr std::string_view magic = "sightglass-demo-checkpoint 1 ";

/// FNV-1a, 64 bit: finds a torn or edited file; it is no protection against malice.
std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return hash;
}

std::string header(std::string_view body)
{
    return std::string(magic) + std::to_string(body.size()) + ' ' + std::to_string(checksum(body)) + '\n';
}

json toJson(const SavedJob &job)
{
    json actions = json::array();
    for (const ActionType action : job.actions)
        actions.push_back(nameOf(action));
    return {{"id", job.event.id}, {"entity", job.event.entity}, {"payload", job.event.payload},
            {"actions", actions}, {"failures", job.failures},   {"redrives", job.redrives}};
}

json toJson(const std::vector<SavedJob> &jobs)
{
    json list = json::array();
    for (const SavedJob &job : jobs)
        list.push_back(toJson(job));
    return list;
}

SavedJob jobFrom(const json &object)
{
    SavedJob job;
    job.event.id = object.at("id").get<EventId>();
    job.event.entity = object.at("entity").get<EntityId>();
    job.event.payload = object.at("payload").get<std::string>();
    for (const json &name : object.at("actions")) {
        if (const auto type = actionTypeNamed(name.get<std::string>()))
            job.actions.push_back(*type);
    }
    job.failures = object.at("failures").get<unsigned>();
    job.redrives = object.at("redrives").get<unsigned>();
    return job;
}

std::vector<SavedJob> jobsFrom(const json &list)
{
    std::vector<SavedJob> jobs;
    for (const json &object : list)
        jobs.push_back(jobFrom(object));
    return jobs;
}

} // namespace

SavedJob saved(const Job &job)
{
    return {.event = job.event, .actions = job.actions, .failures = job.failures, .redrives = job.redrives};
}

std::string encode(const Checkpoint &checkpoint)
{
    const json object{{"next_event", checkpoint.nextEvent},
                      {"recent_events", checkpoint.recentEvents},
                      {"hottest_entities", checkpoint.hottestEntities},
                      {"jobs", toJson(checkpoint.jobs)},
                      {"dead_letters", toJson(checkpoint.deadLetters)}};
    // Bytes that are no UTF-8 cannot come from the source; if they did, a checkpoint is worth more than they
    // are.
    const std::string body = object.dump(-1, ' ', false, json::error_handler_t::replace);
    return header(body) + body;
}

Result<Checkpoint> decode(std::string_view bytes, const std::string &path)
{
    const std::size_t lineEnd = bytes.find('\n');
    if (!bytes.starts_with(magic) || lineEnd == std::string_view::npos)
        return fileError(path, "not a checkpoint of this version");
    const std::string_view body = bytes.substr(lineEnd + 1);
    if (bytes.substr(0, lineEnd + 1) != header(body))
        return fileError(path, "damaged: length or checksum differs");
    try {
        const json object = json::parse(body);
        Checkpoint checkpoint;
        checkpoint.nextEvent = object.at("next_event").get<EventId>();
        checkpoint.recentEvents = object.at("recent_events").get<std::vector<EventId>>();
        checkpoint.hottestEntities = object.at("hottest_entities").get<std::vector<EntityId>>();
        checkpoint.jobs = jobsFrom(object.at("jobs"));
        checkpoint.deadLetters = jobsFrom(object.at("dead_letters"));
        return checkpoint;
    } catch (const json::exception &problem) {
        return fileError(path, problem.what());
    }
}

CheckpointFile::CheckpointFile(std::string path)
    : m_path(std::move(path))
{}

Status CheckpointFile::save(const Checkpoint &checkpoint) const
{
    return replaceFile(m_path, encode(checkpoint));
}

Result<Checkpoint> CheckpointFile::load() const
{
    std::ifstream file(m_path, std::ios::binary);
    if (!file)
        return fileError(m_path, "cannot be opened");
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    Result<Checkpoint> checkpoint = decode(bytes, m_path);
    if (!checkpoint) {
        std::error_code ignored;
        std::filesystem::rename(m_path, m_path + ".damaged", ignored);
    }
    return checkpoint;
}

bool CheckpointFile::exists() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_path, ignored);
}

} // namespace sightglass::demo
