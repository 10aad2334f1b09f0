// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/i18n/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initResources()
{
    // Resources of a static library are only there once asked for.
    Q_INIT_RESOURCE(i18n);
}

namespace sightglass {

namespace {

bool install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    const bool loaded = translator->load(QLocale(), name, QStringLiteral("_"), folder);
    if (loaded)
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
    return loaded;
}

} // namespace

void installTranslators(QCoreApplication &application)
{
    initResources();
    const QString qt = QStringLiteral("qtbase");
    const QString ours = QStringLiteral(":/i18n");
    if (!install(application, qt, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(application, qt, ours);
    // English first: it gives every other language's gaps their plurals. The last one installed is asked
    // first.
    auto *english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/i18n/sightglass_en.qm")))
        QCoreApplication::installTranslator(english);
    install(application, QStringLiteral("sightglass"), ours);
}

} // namespace sightglass
