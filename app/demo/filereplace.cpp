// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/filereplace.h"

#include "app/demo/fileerror.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace sightglass::demo {

namespace {

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Error systemError(const std::string &path, int number)
{
    return fileError(path, std::error_code(number, std::generic_category()).message());
}

} // namespace

Status replaceFile(const std::string &path, std::string_view bytes)
{
    const std::string beside = path + ".new";
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return systemError(beside, errno);
    int problem = writeAll(descriptor, bytes) && ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (problem == 0 && ::rename(beside.c_str(), path.c_str()) != 0)
        problem = errno;
    if (problem != 0) {
        ::unlink(beside.c_str());
        return systemError(path, problem);
    }
    return Done{};
}

} // namespace sightglass::demo
