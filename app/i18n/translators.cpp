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

/// Null where there is none for the user's languages.
QTranslator *install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
        return translator;
    }
    delete translator;
    return nullptr;
}

/// Numbers in texts are written as the texts' language writes them, in the user's country where it speaks it,
/// whatever LC_NUMERIC is: C, which says nothing about what people read, is common there.
void useNumbersOf(const QTranslator &translator)
{
    const QLocale language(translator.language());
    const QLocale country(QLocale().name());
    if (!translator.language().isEmpty())
        QLocale::setDefault(country.language() == language.language() ? country : language);
}

} // namespace

void installTranslators(QCoreApplication &application)
{
    initResources();
    const QString qt = QStringLiteral("qtbase");
    const QString ours = QStringLiteral(":/i18n");
    if (install(application, qt, QLibraryInfo::path(QLibraryInfo::TranslationsPath)) == nullptr)
        install(application, qt, ours);
    // English first: it gives every other language's gaps their plurals. The last one installed is asked
    // first.
    auto *english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/i18n/sightglass_en.qm")))
        QCoreApplication::installTranslator(english);
    if (const QTranslator *translator = install(application, QStringLiteral("sightglass"), ours))
        useNumbersOf(*translator);
}

} // namespace sightglass
