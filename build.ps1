#!/usr/bin/env pwsh
# Builds the release host when one of its inputs changed, then runs it. Arguments and exit code pass through untouched.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3

$root = $PSScriptRoot
$out = Join-Path $root '.build/host'
$stamp = Join-Path $out 'current' # line 1: the dotnet to run with, line 2: the folder of the built host

function Get-Current {
    if (-not (Test-Path -LiteralPath $stamp)) { return $null }
    $built = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
    $inputs = @(
        Get-Item -Path (Join-Path $root 'Directory.*'), (Join-Path $root 'global.json')
        Get-Item -LiteralPath (Join-Path $root 'build'), (Join-Path $root 'src')
        Get-ChildItem -Recurse -LiteralPath (Join-Path $root 'build'), (Join-Path $root 'src')
    )
    foreach ($item in $inputs) {
        if ($item.LastWriteTimeUtc -gt $built -or $item.CreationTimeUtc -gt $built) { return $null }
    }
    $dotnet, $folder = Get-Content -LiteralPath $stamp
    $dll = Join-Path $folder 'chart-release.dll'
    if ((Test-Path -LiteralPath $dotnet) -and (Test-Path -LiteralPath $dll)) { return @{ Dotnet = $dotnet; Dll = $dll } }
    return $null
}

function Test-Sdk([string] $dotnet) {
    if (-not $dotnet -or -not (Test-Path -LiteralPath $dotnet)) { return $false }
    Push-Location $root
    try { & $dotnet --version *> $null; return $LASTEXITCODE -eq 0 } catch { return $false } finally { Pop-Location }
}

# The SDK named by global.json: on PATH, from an earlier run, or fetched with the official installer.
function Find-Sdk {
    $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($onPath -and (Test-Sdk $onPath.Source)) { return $onPath.Source }

    $folder = Join-Path $root '.tools/dotnet'
    $local = Join-Path $folder $(if ($env:OS -eq 'Windows_NT') { 'dotnet.exe' } else { 'dotnet' })
    if (Test-Sdk $local) { return $local }

    [Console]::Error.WriteLine('No .NET SDK as global.json names it was found; fetching it to .tools/dotnet ...')
    $url = 'https://dot.net/v1/dotnet-install.ps1'
    try {
        New-Item -ItemType Directory -Force (Join-Path $root '.tools') | Out-Null
        $installer = Join-Path $root '.tools/dotnet-install.ps1'
        Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile "$installer.$PID"
        Move-Item -Force "$installer.$PID" $installer
        & $installer -JSonFile (Join-Path $root 'global.json') -InstallDir $folder -NoPath | ForEach-Object { [Console]::Error.WriteLine($_) }
    }
    catch { [Console]::Error.WriteLine($_) }
    if (Test-Sdk $local) { return $local }

    [Console]::Error.WriteLine("No .NET SDK was found, and it could not be fetched from $url.")
    [Console]::Error.WriteLine('  Expected: the SDK that global.json names, on PATH or in .tools/dotnet.')
    [Console]::Error.WriteLine('  Next: install the .NET 10 SDK (https://dotnet.microsoft.com/download), then run this again.')
    exit 1
}

function Build-Host {
    $dotnet = Find-Sdk
    $started = [DateTime]::UtcNow # taken before the build: what is edited meanwhile counts as changed
    $folder = Join-Path $out "$($started.Ticks)-$PID"
    $log = Join-Path $out 'build.log'
    [Console]::Error.WriteLine('Building the release host (first run, or its sources changed) ...')
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    $env:DOTNET_NOLOGO = '1'
    & $dotnet publish (Join-Path $root 'build/Host/Host.csproj') --nologo -v quiet -c QuickStart -o $folder `
        -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false *> $log
    if ($LASTEXITCODE -ne 0) {
        Get-Content -LiteralPath $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('The release host could not be built. Expected: the sources compile. Next: mend the errors above; they are also in .build/host/build.log.')
        exit 1
    }
    $previous = if (Test-Path -LiteralPath $stamp) { (Get-Content -LiteralPath $stamp)[1] } else { '' }
    Set-Content -LiteralPath "$stamp.$PID" -Value $dotnet, $folder
    (Get-Item -LiteralPath "$stamp.$PID").LastWriteTimeUtc = $started
    Move-Item -Force "$stamp.$PID" $stamp
    # A host that still runs keeps its files; what is older goes.
    Get-ChildItem -Directory -LiteralPath $out |
        Where-Object { $_.Name -like '*-*' -and $_.FullName -ne $folder -and $_.FullName -ne $previous } |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

$current = Get-Current
if (-not $current) {
    # One build at a time; the lock goes with the process that holds it.
    New-Item -ItemType Directory -Force $out | Out-Null
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open((Join-Path $out 'lock.ps1'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] { Start-Sleep -Milliseconds 200 }
    }
    try {
        $current = Get-Current
        if (-not $current) {
            Build-Host
            # Not asked again whether it is current: what was edited during the build is built by the next run.
            $dotnet, $folder = Get-Content -LiteralPath $stamp
            $current = @{ Dotnet = $dotnet; Dll = (Join-Path $folder 'chart-release.dll') }
        }
    }
    finally { $lock.Dispose() }
}

# A list such as --registry=a,b reaches a script as an array; standard input is passed on, for --password-stdin.
$arguments = @($args | ForEach-Object { if ($_ -is [array]) { $_ -join ',' } else { $_ } })
if ($MyInvocation.ExpectingInput) { $input | & $current.Dotnet $current.Dll @arguments }
else { & $current.Dotnet $current.Dll @arguments }
exit $LASTEXITCODE
