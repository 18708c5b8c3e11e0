using Cake.Frosting;

var host = CakeHost.Create();
if (Environment.GetEnvironmentVariable("SAMPLE_WORKING_DIRECTORY") is { Length: > 0 } folder)
{
    host.UseWorkingDirectory(folder);
}

return host.Run(args);
