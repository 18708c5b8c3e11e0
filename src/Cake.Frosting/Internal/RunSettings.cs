using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;
using DirectoryPathConverter = Cake.Cli.DirectoryPathConverter;

namespace Cake.Frosting.Internal;

/// <summary>The host's own options; whatever else is given becomes a Cake argument.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("--target|--Target|-t <TARGET>")]
    [DefaultValue("Default")]
    [Description("Target task to invoke; may be repeated.")]
    public string[] Targets { get; init; } = [];

    [CommandOption("--working|-w <PATH>")]
    [TypeConverter(typeof(DirectoryPathConverter))]
    [Description("Sets the working directory.")]
    public DirectoryPath? WorkingDirectory { get; init; }

    [CommandOption("--verbosity|-v <VERBOSITY>")]
    [TypeConverter(typeof(VerbosityConverter))]
    [Description("Sets how much is shown: Quiet, Minimal, Normal, Verbose or Diagnostic.\nTaken from the configuration, or Normal, when omitted.")]
    public Verbosity? Verbosity { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Shows the description of each task.")]
    public bool Description { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows the tree of tasks.")]
    public bool Tree { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Shows the tasks that would run, in order, and runs none.")]
    public bool DryRun { get; init; }

    [CommandOption("--exclusive|-e")]
    [Description("Runs the target without its dependencies.")]
    public bool Exclusive { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version of Cake.")]
    public bool Version { get; init; }

    [CommandOption("--info")]
    [Description("Shows more about Cake.")]
    public bool Info { get; init; }
}
